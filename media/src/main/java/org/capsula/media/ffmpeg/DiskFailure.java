package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_ENOSPC;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXTERNAL;

import java.io.IOException;
import java.nio.file.Path;

/** A Java write that failed, in libav*'s terms, so that a full disk is known by one code. */
final class DiskFailure {
  private DiskFailure() {}

  static LibavException of(Path file, IOException cause) {
    boolean full = String.valueOf(cause.getMessage()).contains("No space left");
    LibavException failure =
        new LibavException("write " + file, full ? AVERROR_ENOSPC() : AVERROR_EXTERNAL);
    failure.initCause(cause);
    return failure;
  }
}
