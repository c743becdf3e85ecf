package org.capsula.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.capsula.media.SharedData;
import org.junit.jupiter.api.Test;

/** That the report's {@code videoDecoders} would show a second decode. */
class DecoderCountTest {
  private static final int PICTURE = 0;
  private static final int SOUND = 1;

  private final DecoderCount count = new DecoderCount();

  @Test
  void count_afterOneDecode_is1() throws LibavException {
    decode(PICTURE);

    assertThat(count.videoDecoders()).isEqualTo(1);
  }

  @Test
  void count_afterASecondDecodeOfTheSameFile_is2() throws LibavException {
    decode(PICTURE);
    decode(PICTURE);

    assertThat(count.videoDecoders()).isEqualTo(2);
  }

  @Test
  void count_afterDecodingSound_is0() throws LibavException {
    assertThat(decode(SOUND)).isPositive();

    assertThat(count.videoDecoders()).isZero();
  }

  @Test
  void count_ofADecoderThatReturnedNothing_is0() throws LibavException {
    try (Source source = Source.open(SharedData.film("with-chapters.mp4"));
        Decoder decoder = new Decoder(source.stream(PICTURE), Duration.ZERO, count)) {
      decoder.decode(null, frame -> {});
    }

    assertThat(count.videoDecoders()).isZero();
  }

  /** How many frames came. */
  private int decode(int stream) throws LibavException {
    int[] frames = {0};
    AVPacket packet = av_packet_alloc();
    try (Source source = Source.open(SharedData.film("with-chapters.mp4"));
        Decoder decoder = new Decoder(source.stream(stream), Duration.ZERO, count)) {
      while (source.read(packet)) {
        if (packet.stream_index() == stream) {
          decoder.decode(packet, frame -> frames[0]++);
        }
        av_packet_unref(packet);
      }
      decoder.decode(null, frame -> frames[0]++);
    } finally {
      av_packet_free(packet);
    }
    return frames[0];
  }
}
