package org.capsula.media.ffmpeg;

/** How many opened video decoders returned a frame: the proof that the footage is decoded once. */
final class DecoderCount {
  private int videoDecoders;

  void videoDecoderReturnedItsFirstFrame() {
    videoDecoders++;
  }

  int videoDecoders() {
    return videoDecoders;
  }
}
