package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.capsula.media.sound.Loudness;
import org.jspecify.annotations.Nullable;

/** An encoded sound of ours, decoded once more as a player does. */
public final class EncodedSound {
  private EncodedSound() {}

  /** As FFmpeg's EBU R 128 meter hears it, with its true peak. */
  public static Loudness loudness(Path file, Headway headway) throws LibavException {
    AVPacket packet = av_packet_alloc();
    try (Source source = Source.open(file);
        Decoder decoder = new Decoder(source.stream(0), Duration.ZERO, new DecoderCount());
        Graph meter = AudioGraph.forMetering()) {
      while (source.read(packet)) {
        decoder.decode(packet, frame -> push(meter, frame));
        av_packet_unref(packet);
        // Hours of sound take minutes.
        headway.goesOn();
      }
      decoder.decode(null, frame -> push(meter, frame));
      push(meter, null);
      return meter.loudness();
    } finally {
      av_packet_free(packet);
    }
  }

  private static void push(Graph meter, @Nullable AVFrame frame) throws LibavException {
    meter.push(frame);
    meter.audioSink(AudioGraph.SINK).drain(measured -> {});
  }
}
