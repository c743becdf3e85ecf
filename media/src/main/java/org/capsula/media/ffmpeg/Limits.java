package org.capsula.media.ffmpeg;

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
  static final String MAX_PIXELS = Integer.toString(7680 * 4352);

  static final String MAX_STREAMS = "64";

  private Limits() {}
}
