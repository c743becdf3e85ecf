package org.capsula.media.ffmpeg;

import org.bytedeco.javacpp.BytePointer;

/** Text that native code wrote into a buffer. */
final class NativeText {
  private NativeText() {}

  /** A pointer of known capacity would give all of its buffer, not the text up to the NUL. */
  static String upToNul(BytePointer buffer) {
    return buffer.limit(BytePointer.strlen(buffer)).getString();
  }
}
