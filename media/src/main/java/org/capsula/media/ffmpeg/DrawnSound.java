package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.capsula.media.Rational;
import org.capsula.media.drawing.DrawJob;
import org.jspecify.annotations.Nullable;

/** A drawn film's voices: decoded, brought to the capture's level and length, encoded as AAC. */
final class DrawnSound implements AutoCloseable {
  private static final int SAMPLE_RATE = 48_000;
  private static final int BITRATE_PER_CHANNEL = 64_000;

  /** Samples of a channel in one frame of AAC-LC (ISO/IEC 14496-3, 4.5.1.1). */
  private static final int AAC_FRAME = 1024;

  private final DrawJob job;
  private final Encoder encoder;
  private @Nullable Graph graph;

  DrawnSound(DrawJob job) throws LibavException {
    this.job = job;
    encoder = new Encoder("aac", context -> describe(context, job), Map.of());
  }

  private static void describe(AVCodecContext context, DrawJob job) {
    int channels = job.capture().channels();
    av_channel_layout_default(context.ch_layout(), channels);
    context.sample_fmt(AV_SAMPLE_FMT_FLTP).sample_rate(SAMPLE_RATE);
    context.time_base(Times.rational(new Rational(1, SAMPLE_RATE)));
    context.bit_rate((long) BITRATE_PER_CHANNEL * channels);
  }

  Encoder encoder() {
    return encoder;
  }

  void encodeAll(Encoder.PacketConsumer consumer) throws LibavException {
    Path voice = voiceFile();
    AVPacket packet = av_packet_alloc();
    try (Source source = Source.open(voice);
        Decoder decoder = new Decoder(source.stream(0), Duration.ZERO, new DecoderCount())) {
      while (source.read(packet)) {
        decoder.decode(packet, frame -> filter(frame, decoder, consumer));
        av_packet_unref(packet);
      }
      decoder.decode(null, frame -> filter(frame, decoder, consumer));
    } finally {
      av_packet_free(packet);
    }
    if (graph == null) {
      throw new IllegalStateException("no sound in the voice of " + job.film());
    }
    graph.push(null);
    drain(graph, consumer);
    encoder.encode(null, consumer);
  }

  /** libav* reads files, not class paths; the temporary folder is this attempt's own. */
  private Path voiceFile() throws LibavException {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), job.film().stem() + ".ogg");
    try (InputStream voice = job.film().voice()) {
      Files.copy(voice, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw DiskFailure.of(file, e);
    }
  }

  private void filter(AVFrame frame, Decoder decoder, Encoder.PacketConsumer consumer)
      throws LibavException {
    if (graph == null) {
      graph =
          AudioGraph.forCapture(frame, decoder.stream().time_base(), job.length(), job.capture());
      graph.audioSink(AudioGraph.SINK).setSamplesPerFrame(AAC_FRAME);
    }
    graph.push(frame);
    drain(graph, consumer);
  }

  private void drain(Graph filled, Encoder.PacketConsumer consumer) throws LibavException {
    filled.audioSink(AudioGraph.SINK).drain(sound -> encoder.encode(sound, consumer));
  }

  @Override
  public void close() {
    if (graph != null) {
      graph.close();
    }
    encoder.close();
  }
}
