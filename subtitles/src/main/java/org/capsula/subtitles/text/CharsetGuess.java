package org.capsula.subtitles.text;

import java.util.List;

/**
 * In which encoding a file probably is, and how it would read in others.
 *
 * @param readings the likeliest first, none twice that gives the same text
 */
public record CharsetGuess(List<Reading> readings) {
  public CharsetGuess {
    readings = List.copyOf(readings);
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("a file reads in some way");
    }
  }

  public Reading best() {
    return readings.get(0);
  }

  /**
   * @param charset IANA name
   * @param confidence from 0, nonsense, to 1, proven by the bytes
   * @param sample the first words that tell the encodings apart; empty where all letters are ASCII
   */
  public record Reading(String charset, double confidence, String sample) {}
}
