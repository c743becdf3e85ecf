package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;

import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.capsula.media.sound.Loudness;
import org.capsula.media.transcode.Trim;
import org.jspecify.annotations.Nullable;

/**
 * What is learnt from a footage's packets in one reading: the picture's times, the sound's level.
 */
final class PacketScan implements AutoCloseable {
  private final Duration start;
  private final @Nullable AVStream video;
  private final @Nullable AVStream audio;
  private final Trim trim;
  private final @Nullable Decoder decoder;
  private final @Nullable SteadySound sound;
  private @Nullable Graph graph;
  private final PictureTimes pictures = new PictureTimes();
  private Duration end = Duration.ZERO;
  private boolean leapt;

  PacketScan(Duration start, @Nullable AVStream video, @Nullable AVStream audio, Trim trim)
      throws LibavException {
    this.start = start;
    this.video = video;
    this.audio = audio;
    this.trim = trim;
    decoder = audio == null ? null : new Decoder(audio, start, new DecoderCount());
    sound = audio == null ? null : new SteadySound(audio.time_base(), this::measure);
  }

  void accept(AVPacket packet) throws LibavException {
    // An edit list shows less than is stored: what it leaves out is decoded but never seen.
    boolean shown = (packet.flags() & AV_PKT_FLAG_DISCARD) == 0;
    if (shown && video != null && packet.stream_index() == video.index()) {
      lengthen(packet, video);
      pictures.add(packet, video.time_base());
    } else if (audio != null && packet.stream_index() == audio.index()) {
      if (shown) {
        lengthen(packet, audio);
      }
      decode(packet);
    }
  }

  /** Longer than any footage that is taken, in time or in pictures, or it leaps there. */
  boolean isTooLong() {
    return leapt
        || end.compareTo(Limits.LONGEST_FOOTAGE) > 0
        || pictures.count() > Limits.MOST_PICTURES;
  }

  private void lengthen(AVPacket packet, AVStream stream) {
    // AVI and raw streams carry no times of showing.
    long ticks = Times.isUnknown(packet.pts()) ? packet.dts() : packet.pts();
    if (!Times.isUnknown(ticks)) {
      Duration begin = Times.duration(ticks, stream.time_base()).minus(start);
      Duration stop = begin.plus(Times.duration(packet.duration(), stream.time_base()));
      leapt |= !end.isZero() && begin.minus(end).compareTo(Limits.LONGEST_GAP) > 0;
      end = stop.compareTo(end) > 0 ? stop : end;
    }
  }

  private void decode(@Nullable AVPacket packet) throws LibavException {
    if (decoder != null && sound != null) {
      decoder.decode(packet, sound::accept);
    }
  }

  private void measure(AVFrame frame) throws LibavException {
    if (graph == null && decoder != null) {
      graph = AudioGraph.forMeasuring(frame, decoder.stream().time_base(), trim);
    }
    if (graph != null) {
      graph.push(frame);
      graph.audioSink(AudioGraph.SINK).drain(measured -> {});
    }
  }

  void finish() throws LibavException {
    decode(null);
    if (sound != null) {
      sound.finish();
    }
    if (graph != null) {
      graph.push(null);
      graph.audioSink(AudioGraph.SINK).drain(measured -> {});
    }
  }

  /** When each picture is shown, in seconds of the file's own clock, ascending. */
  double[] pictureTimes() {
    return pictures.ascending();
  }

  /** The end of the last packet, from the footage's start. */
  Duration end() {
    return end;
  }

  /** Null without sound, or where it is silent. */
  @Nullable Loudness loudness() {
    if (graph == null) {
      return null;
    }
    Loudness measured = new Loudness(graph.loudness().integratedLufs(), null);
    return measured.isSilence() ? null : measured;
  }

  @Override
  public void close() {
    if (sound != null) {
      sound.close();
    }
    if (graph != null) {
      graph.close();
    }
    if (decoder != null) {
      decoder.close();
    }
  }
}
