package org.capsula.media.transcode;

import java.util.Locale;

/** How much work the encoders spend to save bytes. All are capped CRF. */
public enum Preset {
  FAST("veryfast", 8),
  BALANCED("faster", 7),
  SMALL("medium", 6);

  private final String x264;
  private final int svtAv1;

  Preset(String x264, int svtAv1) {
    this.x264 = x264;
    this.svtAv1 = svtAv1;
  }

  /** SVT-AV1's number for it: the smaller, the slower. */
  public int svtAv1() {
    return svtAv1;
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
