package org.capsula.media.ffmpeg;

import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.capsula.media.sound.LevelProfile;
import org.capsula.media.sound.LoudnessMeter;
import org.capsula.media.transcode.Trim;
import org.jspecify.annotations.Nullable;

/** Decodes one sound track to learn how loud it is as a listener of the stereo track hears it. */
final class SoundScan implements AutoCloseable {
  private final Decoder decoder;
  private final Trim trim;
  private final SteadySound sound;
  private final LoudnessMeter meter = new LoudnessMeter(AudioGraph.CHANNELS);
  private @Nullable Graph graph;

  /**
   * @param trim the part that counts
   * @throws LibavException where there is no decoder for it
   */
  SoundScan(AVStream stream, Duration start, Trim trim) throws LibavException {
    this.trim = trim;
    decoder = new Decoder(stream, start, new DecoderCount());
    sound = new SteadySound(stream.time_base(), this::measure);
  }

  AVStream stream() {
    return decoder.stream();
  }

  void accept(AVPacket packet) throws LibavException {
    decoder.decode(packet, sound::accept);
  }

  private void measure(AVFrame frame) throws LibavException {
    if (graph == null) {
      graph = AudioGraph.forMeasuring(frame, decoder.stream().time_base(), trim);
    }
    graph.push(frame);
    graph.audioSink(AudioGraph.SINK).drain(this::weigh);
  }

  private void weigh(AVFrame frame) {
    meter.add(channels(frame));
  }

  /** The samples of a planar frame of floating point, which stay the frame's. */
  static List<FloatBuffer> channels(AVFrame frame) {
    List<FloatBuffer> channels = new ArrayList<>();
    for (int i = 0; i < frame.ch_layout().nb_channels(); i++) {
      channels.add(
          new FloatPointer(frame.extended_data(i)).capacity(frame.nb_samples()).asBuffer());
    }
    return channels;
  }

  void finish() throws LibavException {
    decoder.decode(null, sound::accept);
    sound.finish();
    if (graph != null) {
      graph.push(null);
      graph.audioSink(AudioGraph.SINK).drain(this::weigh);
    }
  }

  /** Whether any sample came out of the decoder. */
  boolean hasSound() {
    return graph != null;
  }

  LevelProfile profile() {
    return meter.profile();
  }

  @Override
  public void close() {
    sound.close();
    if (graph != null) {
      graph.close();
    }
    decoder.close();
  }
}
