package org.capsula.media.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.Rational;
import org.capsula.media.probe.AudioTrack;
import org.capsula.media.sound.Level;
import org.capsula.media.sound.Waveform;
import org.capsula.media.transcode.TranscodeJob;
import org.jspecify.annotations.Nullable;

/** The sound: levelled, encoded as AAC, its waveform drawn on the way. */
final class AudioPipe implements TrackPipe {
  private static final int BITRATE = 128_000;

  /** Samples of a channel in one frame of AAC-LC (ISO/IEC 14496-3, 4.5.1.1). */
  private static final int AAC_FRAME = 1024;

  private static final Rational SAMPLE = new Rational(1, 48_000);

  private final TranscodeJob job;
  private final AudioTrack audio;
  private final Decoder decoder;
  private final Path file;
  private final Level level;
  private final @Nullable Waveform waveform;
  private final SegmentGrid grid;
  private final SteadySound steady;

  /** Of the main sound: the others are silent where nobody describes or translates. */
  private final @Nullable SoundAnalysis analysis;

  private @Nullable Graph graph;
  private @Nullable Encoder encoder;
  private @Nullable FragmentedMp4 mp4;
  private int segments = 1;

  /**
   * @param file the encoded track
   * @param waveform null for a sound that is neither drawn nor analysed
   */
  AudioPipe(
      Decoder decoder,
      TranscodeJob job,
      AudioTrack audio,
      Path file,
      Level level,
      @Nullable Waveform waveform) {
    this.decoder = decoder;
    this.job = job;
    this.audio = audio;
    this.file = file;
    this.level = level;
    this.waveform = waveform;
    steady = new SteadySound(decoder.stream().time_base(), this::filter);
    grid = SegmentGrid.of(job);
    analysis = waveform == null ? null : new SoundAnalysis(job, decoder.stream().time_base());
  }

  /** The same once more, its waveform not drawn again. */
  AudioPipe at(Level other, Source source) throws LibavException {
    Decoder again =
        new Decoder(source.stream(audio.index()), job.info().start(), new DecoderCount());
    return new AudioPipe(again, job, audio, file, other, null);
  }

  AudioTrack track() {
    return audio;
  }

  Level level() {
    return level;
  }

  Path file() {
    return file;
  }

  @Override
  public int streamIndex() {
    return audio.index();
  }

  @Override
  public void accept(AVPacket packet) throws LibavException {
    decoder.decode(packet, steady::accept);
  }

  private void filter(AVFrame frame) throws LibavException {
    if (analysis != null) {
      analysis.accept(frame);
    }
    if (graph == null) {
      graph = AudioGraph.forEncoding(frame, decoder.stream().time_base(), job.trim(), level);
      graph.audioSink(AudioGraph.SINK).setSamplesPerFrame(AAC_FRAME);
    }
    graph.push(frame);
    graph.audioSink(AudioGraph.SINK).drain(this::encode);
  }

  private void encode(AVFrame frame) throws LibavException {
    if (encoder == null) {
      encoder = new Encoder("aac", context -> describe(context, frame), Map.of());
      mp4 = new FragmentedMp4(file, encoder.context());
    }
    if (waveform != null) {
      waveform.add(SoundScan.channels(frame));
    }
    encoder.encode(frame, this::write);
  }

  private static void describe(AVCodecContext context, AVFrame frame) {
    context.sample_fmt(frame.format()).sample_rate(frame.sample_rate());
    context.ch_layout(frame.ch_layout());
    context.time_base(Times.rational(SAMPLE));
    context.bit_rate(BITRATE);
  }

  private void write(AVPacket packet) throws LibavException {
    double end = (packet.pts() + packet.duration()) * SAMPLE.toDouble();
    boolean startsSegment = end > grid.endOfSegment(segments);
    if (startsSegment) {
      segments++;
    }
    opened(mp4).write(packet, startsSegment);
  }

  @Override
  public void finish() throws LibavException {
    decoder.decode(null, steady::accept);
    steady.finish();
    if (graph == null) {
      return;
    }
    graph.push(null);
    graph.audioSink(AudioGraph.SINK).drain(this::encode);
    if (encoder == null) {
      return;
    }
    encoder.encode(null, this::write);
    opened(mp4).finish();
  }

  /** Whether anything was encoded. */
  boolean hasSound() {
    return encoder != null;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(decoder.errors().findings("sound", job.trim().lengthOf(job.info().duration())));
    if (encoder == null) {
      findings.add(Finding.of(Code.AUDIO_NOT_DECODABLE).with("codec", audio.codec()));
    }
    if (analysis != null) {
      findings.addAll(analysis.findings());
    }
    return findings;
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("no frame has come yet");
    }
    return part;
  }

  @Override
  public void close() {
    if (encoder != null) {
      encoder.close();
    }
    if (mp4 != null) {
      mp4.close();
    }
    steady.close();
    if (graph != null) {
      graph.close();
    }
    decoder.close();
  }
}
