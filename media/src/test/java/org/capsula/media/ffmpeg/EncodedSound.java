package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.capsula.media.sound.Loudness;

/** An encoded sound, decoded once more and measured by FFmpeg's EBU R 128 meter. */
public final class EncodedSound {
  private EncodedSound() {}

  public static Loudness loudness(Path file) throws Exception {
    try (Source source = Source.open(file);
        Decoder decoder = new Decoder(source.stream(0), Duration.ZERO, new DecoderCount());
        Graph meter =
            new Graph(
                "abuffer",
                "abuffer@in=time_base=1/48000:sample_rate=48000:sample_fmt=fltp:channel_layout=stereo"
                    + ",ebur128@meter=framelog=quiet:peak=true,abuffersink@out")) {
      AVPacket packet = av_packet_alloc();
      while (source.read(packet)) {
        decoder.decode(packet, frame -> push(meter, frame));
        av_packet_unref(packet);
      }
      decoder.decode(null, frame -> push(meter, frame));
      av_packet_free(packet);
      meter.push(null);
      meter.audioSink(AudioGraph.SINK).drain(frame -> {});
      return meter.loudness();
    }
  }

  private static void push(Graph meter, AVFrame frame) throws LibavException {
    meter.push(frame);
    meter.audioSink(AudioGraph.SINK).drain(measured -> {});
  }
}
