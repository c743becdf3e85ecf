package org.capsula.media.ffmpeg;

import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.Rational;
import org.capsula.media.probe.AudioTrack;
import org.capsula.media.sound.Loudness;
import org.capsula.media.sound.Waveform;
import org.capsula.media.transcode.TrackFiles;
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
  private final Waveform waveform = new Waveform();
  private final SegmentGrid grid;
  private final SteadySound steady;
  private final SoundAnalysis analysis;
  private @Nullable Graph graph;
  private @Nullable Encoder encoder;
  private @Nullable FragmentedMp4 mp4;
  private int segments = 1;

  AudioPipe(Decoder decoder, TranscodeJob job, AudioTrack audio) {
    this.decoder = decoder;
    this.job = job;
    this.audio = audio;
    steady = new SteadySound(decoder.stream().time_base(), this::filter);
    grid = SegmentGrid.of(job);
    analysis = new SoundAnalysis(job, decoder.stream().time_base());
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
    analysis.accept(frame);
    if (graph == null) {
      Loudness input = job.info().loudness();
      graph =
          AudioGraph.forEncoding(
              frame, decoder.stream().time_base(), job.trim(), input == null ? 0 : input.gainDb());
      graph.audioSink(AudioGraph.SINK).setSamplesPerFrame(AAC_FRAME);
    }
    graph.push(frame);
    graph.audioSink(AudioGraph.SINK).drain(this::encode);
  }

  private void encode(AVFrame frame) throws LibavException {
    if (encoder == null) {
      encoder = new Encoder("aac", context -> describe(context, frame), Map.of());
      Path file = job.directory().resolve(TrackFiles.AUDIO);
      mp4 = new FragmentedMp4(file, encoder.context());
    }
    draw(frame);
    encoder.encode(frame, this::write);
  }

  private static void describe(AVCodecContext context, AVFrame frame) {
    context.sample_fmt(frame.format()).sample_rate(frame.sample_rate());
    context.ch_layout(frame.ch_layout());
    context.time_base(Times.rational(SAMPLE));
    context.bit_rate(BITRATE);
  }

  private void draw(AVFrame frame) {
    List<FloatBuffer> channels = new ArrayList<>();
    for (int i = 0; i < frame.ch_layout().nb_channels(); i++) {
      channels.add(
          new FloatPointer(frame.extended_data(i)).capacity(frame.nb_samples()).asBuffer());
    }
    waveform.add(channels);
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
    WaveformFiles.write(waveform, job.directory());
    // The picture's pipe comes first; it has left no poster where nothing could be decoded.
    if (!Files.exists(job.directory().resolve(TrackFiles.POSTER))) {
      WaveformFiles.writePoster(waveform, job.directory());
    }
  }

  /** Of what went into the encoder; to be asked after {@link #finish}. */
  Optional<Loudness> output() {
    Loudness input = job.info().loudness();
    return graph == null || input == null || input.isSilence()
        ? Optional.empty()
        : Optional.of(graph.loudness());
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(decoder.errors().findings("sound", job.trim().lengthOf(job.info().duration())));
    if (encoder == null) {
      findings.add(Finding.of(Code.AUDIO_NOT_DECODABLE).with("codec", audio.codec()));
    }
    findings.addAll(analysis.findings());
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
