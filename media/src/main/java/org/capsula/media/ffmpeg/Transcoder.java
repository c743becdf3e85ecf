package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.capsula.media.Finding;
import org.capsula.media.probe.AudioTrack;
import org.capsula.media.probe.VideoTrack;
import org.capsula.media.sound.Level;
import org.capsula.media.sound.Loudness;
import org.capsula.media.sound.Waveform;
import org.capsula.media.transcode.TrackFiles;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.TranscodeResult;
import org.jspecify.annotations.Nullable;

/** The single pass over the footage: each packet is read once, each picture decoded once. */
public final class Transcoder {
  /** Containers whose index makes a seek land at or before the wanted time. */
  private static final Set<String> SEEKABLE = Set.of("mov", "matroska");

  private final TranscodeJob job;
  private final Headway headway;
  private final DecoderCount decoders = new DecoderCount();

  public Transcoder(TranscodeJob job, Headway headway) {
    this.job = job;
    this.headway = headway;
  }

  /**
   * @throws LibavException where the machine fails; damage of the footage is a finding
   */
  public TranscodeResult run() throws LibavException {
    try (Source source = Source.open(job.footage())) {
      List<TrackPipe> pipes = new ArrayList<>();
      try {
        return run(source, pipes);
      } finally {
        pipes.forEach(TrackPipe::close);
      }
    }
  }

  private TranscodeResult run(Source source, List<TrackPipe> pipes) throws LibavException {
    VideoPipe video = videoPipe(source);
    if (video != null) {
      pipes.add(video);
    }
    Waveform waveform = new Waveform();
    AudioPipe main = addSounds(source, waveform, pipes);
    readAll(source, pipes);
    List<Finding> findings = new ArrayList<>();
    for (TrackPipe pipe : pipes) {
      pipe.finish();
      findings.addAll(pipe.findings());
    }
    WaveformFiles.write(waveform, job.directory(), main != null && main.hasSound());
    return new TranscodeResult(
        decoders.videoDecoders(),
        video == null ? null : video.hdr(),
        levelled(pipes),
        video == null ? List.of() : video.chapters(),
        findings);
  }

  /** Checks all sounds and returns how loud the main one is. */
  private @Nullable Loudness levelled(List<TrackPipe> pipes) throws LibavException {
    Loudness main = null;
    for (TrackPipe pipe : pipes) {
      if (pipe instanceof AudioPipe sound) {
        Loudness output = new SoundLevelling(job, headway).check(sound).orElse(null);
        main = pipe.streamIndex() == mainSound() ? output : main;
      }
    }
    return main;
  }

  private int mainSound() {
    return job.info().sound().map(AudioTrack::index).orElse(-1);
  }

  private @Nullable VideoPipe videoPipe(Source source) throws LibavException {
    VideoTrack video = job.info().video();
    return video == null
        ? null
        : new VideoPipe(
            new Decoder(source.stream(video.index()), job.info().start(), decoders),
            job,
            video,
            headway);
  }

  /** Adds a pipe a sound and returns the main one's, null for a silent film. */
  private @Nullable AudioPipe addSounds(Source source, Waveform waveform, List<TrackPipe> pipes)
      throws LibavException {
    List<AudioTrack> sounds = job.info().sounds();
    List<String> names = TrackFiles.audio(sounds);
    AudioPipe main = null;
    for (int i = 0; i < sounds.size(); i++) {
      AudioTrack sound = sounds.get(i);
      AudioPipe pipe =
          new AudioPipe(
              new Decoder(source.stream(sound.index()), job.info().start(), decoders),
              job,
              sound,
              job.directory().resolve(names.get(i)),
              new Level(sound.gainDb(), Level.USUAL_LIMIT_DB),
              i == 0 ? waveform : null);
      main = main == null ? pipe : main;
      pipes.add(pipe);
    }
    return main;
  }

  private void readAll(Source source, List<TrackPipe> pipes) throws LibavException {
    Duration start = job.trim().start();
    if (!start.isZero() && SEEKABLE.contains(source.container())) {
      source.seekBefore(job.info().start().plus(start));
    }
    AVPacket packet = av_packet_alloc();
    try {
      while (source.read(packet) && !isBehindTheEnd(source, packet)) {
        for (TrackPipe pipe : pipes) {
          if (pipe.streamIndex() == packet.stream_index()) {
            pipe.accept(packet);
          }
        }
        time(source, packet);
        av_packet_unref(packet);
      }
    } finally {
      av_packet_free(packet);
    }
  }

  /** Pictures and sound lie some seconds apart in a file: both must be past the end. */
  private boolean isBehindTheEnd(Source source, AVPacket packet) {
    Duration end = job.trim().end();
    if (end == null || Times.isUnknown(packet.dts())) {
      return false;
    }
    return at(source, packet).compareTo(end.plusSeconds(10)) > 0;
  }

  private void time(Source source, AVPacket packet) {
    if (!Times.isUnknown(packet.dts())) {
      headway.at(at(source, packet));
    }
  }

  private Duration at(Source source, AVPacket packet) {
    return Times.duration(packet.dts(), source.stream(packet.stream_index()).time_base())
        .minus(job.info().start());
  }
}
