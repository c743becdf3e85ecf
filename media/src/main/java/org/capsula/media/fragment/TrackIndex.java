package org.capsula.media.fragment;

import java.util.List;

/**
 * What playlists and manifests must know of an encoded track.
 *
 * @param initLength bytes of the initialisation section, which stands first in the file
 * @param codec as RFC 6381 names it, e.g. {@code avc1.64001f}
 * @param width in pixels; 0 for sound
 * @param height in pixels; 0 for sound
 */
public record TrackIndex(
    long initLength, String codec, int width, int height, List<Segment> segments) {
  public TrackIndex {
    segments = List.copyOf(segments);
  }

  public double seconds() {
    return segments.stream().mapToDouble(Segment::seconds).sum();
  }

  public long mediaBytes() {
    return segments.stream().mapToLong(Segment::length).sum();
  }

  public double longestSegmentSeconds() {
    return segments.stream().mapToDouble(Segment::seconds).max().orElse(0);
  }

  /** The mean of all segments but the last, which may be shorter; of the only one where it is. */
  public double usualSegmentSeconds() {
    return segments.size() < 2
        ? seconds()
        : (segments.get(segments.size() - 1).start() - segments.get(0).start())
            / (segments.size() - 1);
  }

  /** Bit/s over the whole track. */
  public long averageBandwidth() {
    return Math.round(mediaBytes() * 8 / Math.max(seconds(), 0.001));
  }

  /** Whether a player can have the first picture of each segment by itself. */
  public boolean hasKeyFrames() {
    return !segments.isEmpty() && segments.stream().allMatch(segment -> segment.keyLength() > 0);
  }

  /**
   * The same track with only the first picture of each segment, which stays as long as the segment.
   */
  public TrackIndex keyFrames() {
    return new TrackIndex(
        initLength,
        codec,
        width,
        height,
        segments.stream()
            .map(s -> new Segment(s.offset(), s.keyLength(), s.start(), s.seconds(), s.keyLength()))
            .toList());
  }

  /**
   * The peak segment bit rate (RFC 8216bis, 4.4.6.2, BANDWIDTH): the largest bit rate of any
   * neighbouring segments that together last between 0.5 and 1.5 target durations.
   *
   * @return bit/s
   */
  public long peakBandwidth(int targetDuration) {
    double peak = averageBandwidth();
    for (int first = 0; first < segments.size(); first++) {
      double seconds = 0;
      long bytes = 0;
      for (int i = first; i < segments.size() && seconds <= 1.5 * targetDuration; i++) {
        seconds += segments.get(i).seconds();
        bytes += segments.get(i).length();
        if (seconds >= 0.5 * targetDuration && seconds <= 1.5 * targetDuration) {
          peak = Math.max(peak, bytes * 8 / seconds);
        }
      }
    }
    return Math.round(peak);
  }
}
