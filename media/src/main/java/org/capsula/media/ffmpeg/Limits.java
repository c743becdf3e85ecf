package org.capsula.media.ffmpeg;

import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/**
 * What untrusted footage may be, set on every open.
 *
 * <p>A DASH manifest, an HLS playlist or a concat script under a film's name would open other local
 * files; the format whitelist is what closes that, as the protocol whitelist alone does not.
 */
final class Limits {
  static final String FORMATS =
      "mov,matroska,mpegts,mpeg,mpegvideo,avi,flv,asf,ogg,wav,w64,aiff,caf,mp3,flac,aac,ac3,eac3,"
          + "h264,hevc,dv,mxf,amr,rm";

  /** What a poster may come as: read by its bytes, never by a pattern in its name. */
  static final String PICTURES = "jpeg_pipe,png_pipe";

  static final String PROTOCOLS = "file";

  /** 7680x4320 and a little: a picture bomb is refused before memory is taken for it. */
  private static final int PIXELS = 7680 * 4352;

  static final String MAX_PIXELS = Integer.toString(PIXELS);

  static final String MAX_STREAMS = "64";

  /**
   * Most bytes that libav* may ask for at once: a plane of an 8K picture in 16 bits takes 64 MiB,
   * and so does the index of a film of twelve hours. It also holds where no option reaches, such as
   * streams that turn up only while a transport stream is probed.
   */
  static final long LARGEST_ALLOCATION = 256L << 20;

  /** A school's longest day, recorded in one piece. */
  static final Duration LONGEST_FOOTAGE = Duration.ofHours(12);

  /**
   * Longest time that neither a picture nor a sound covers. One damaged number can send the clock
   * hours ahead, and each of their frames would be made.
   */
  static final Duration LONGEST_GAP = Duration.ofMinutes(10);

  /**
   * Twelve hours at 92 a second. Edit lists can show the same few pictures any number of times; the
   * times of so many still fit into the decoder's Java heap.
   */
  static final int MOST_PICTURES = 4_000_000;

  private Limits() {}

  /** Also of a size that only the bitstream tells, which no option on opening refuses. */
  static boolean allow(AVCodecParameters picture) {
    return picture.width() > 0 && (long) picture.width() * picture.height() <= PIXELS;
  }
}
