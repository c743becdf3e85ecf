package org.capsula.media.colour;

import java.util.Locale;

/** How a high dynamic range picture says its light. */
public enum Hdr {
  /** Perceptual quantiser, SMPTE ST 2084: absolute light. */
  PQ,
  /** Hybrid log-gamma, ARIB STD-B67: light relative to the display's peak. */
  HLG;

  /** The stable form in reports: {@code pq} or {@code hlg}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
