package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_ENOSPC;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import org.bytedeco.javacpp.BytePointer;

/** A libav* call returned an error. */
public final class LibavException extends Exception {
  private final int code;

  LibavException(String doing, int code) {
    super(doing + ": " + describe(code));
    this.code = code;
  }

  /** libav*'s negative number. */
  int code() {
    return code;
  }

  public boolean isDiskFull() {
    return code == AVERROR_ENOSPC();
  }

  /** Returns {@code result}, or throws where it is an error. */
  static int check(String doing, int result) throws LibavException {
    if (result < 0) {
      throw new LibavException(doing, result);
    }
    return result;
  }

  /** libav*'s own words for an error. */
  static String describe(int code) {
    try (BytePointer buffer = new BytePointer(256)) {
      av_strerror(code, buffer, buffer.capacity());
      return NativeText.upToNul(buffer);
    }
  }
}
