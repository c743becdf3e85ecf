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
import org.capsula.media.colour.Hdr;
import org.capsula.media.probe.AudioTrack;
import org.capsula.media.probe.Chapter;
import org.capsula.media.probe.VideoTrack;
import org.capsula.media.sound.Loudness;
import org.capsula.media.sound.Waveform;
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
    try (Source source = Source.open(job.footage());
        VideoPipe video = videoPipe(source);
        AudioPipe audio = audioPipe(source)) {
      List<TrackPipe> pipes = new ArrayList<>();
      if (video != null) {
        pipes.add(video);
      }
      if (audio != null) {
        pipes.add(audio);
      }
      readAll(source, pipes);
      List<Finding> findings = new ArrayList<>();
      for (TrackPipe pipe : pipes) {
        pipe.finish();
        findings.addAll(pipe.findings());
      }
      if (audio == null) {
        WaveformFiles.write(new Waveform(), job.directory());
      }
      Loudness output = audio == null ? null : audio.output().orElse(null);
      Hdr hdr = video == null ? null : video.hdr();
      List<Chapter> chapters = video == null ? List.of() : video.chapters();
      return new TranscodeResult(decoders.videoDecoders(), hdr, output, chapters, findings);
    }
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

  private @Nullable AudioPipe audioPipe(Source source) throws LibavException {
    AudioTrack audio = job.info().audio();
    return audio == null
        ? null
        : new AudioPipe(
            new Decoder(source.stream(audio.index()), job.info().start(), decoders), job, audio);
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
