package org.capsula.media.transcode;

import java.util.Locale;

/** How much work the encoder spends to save bytes. All are capped CRF 23. */
public enum Preset {
  FAST("veryfast"),
  BALANCED("faster"),
  SMALL("medium");

  private final String x264;

  Preset(String x264) {
    this.x264 = x264;
  }

  /** x264's own name for it. */
  public String x264() {
    return x264;
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
