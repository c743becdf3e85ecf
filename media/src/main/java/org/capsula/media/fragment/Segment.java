package org.capsula.media.fragment;

/**
 * One segment of a track file: a movie fragment and its samples.
 *
 * @param offset of its first byte in the file
 * @param length in bytes
 * @param start decode time of its first sample in seconds, from the track's own 0
 * @param seconds how long its samples last together
 */
public record Segment(long offset, long length, double start, double seconds) {}
