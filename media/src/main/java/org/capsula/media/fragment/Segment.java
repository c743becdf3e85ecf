package org.capsula.media.fragment;

/**
 * One segment of a track file: a movie fragment and its samples.
 *
 * @param offset of its first byte in the file
 * @param length in bytes
 * @param start decode time of its first sample in seconds, from the track's own 0
 * @param seconds how long its samples last together
 * @param keyLength bytes from {@code offset} to the end of its first picture, which is all that a
 *     player needs to show that picture; 0 for sound, and where it is not known
 */
public record Segment(long offset, long length, double start, double seconds, long keyLength) {
  public Segment(long offset, long length, double start, double seconds) {
    this(offset, length, start, seconds, 0);
  }
}
