package org.capsula.media.ffmpeg;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.capsula.media.Rational;
import org.capsula.media.probe.PictureCopy;
import org.capsula.media.transcode.TranscodeJob;

/**
 * Where groups of pictures and segments begin: at the same frames in every rung, so that a player
 * can change the rung at any segment. Every two and four seconds, but where one rung is a copy of
 * the footage: there its groups are everybody's.
 *
 * <p>The first segment is half as long: a film begins sooner, most of all while it is being made.
 * No start is further than half a segment from where equal segments would have it, which DASH wants
 * (ISO/IEC 23009-1, 5.3.9.2.2).
 */
final class SegmentGrid {
  /** A key frame every two seconds: a seek decodes at most that much too much. */
  private static final double SECONDS_PER_GROUP = 2;

  /** Segments of about four seconds: few requests, yet a quick change of quality. */
  private static final int GROUPS_PER_SEGMENT = 2;

  private static final double SEGMENT_SECONDS = 4;

  private final double frameRate;
  private final int group;

  /** Of the copied rung; empty for the regular grid. */
  private final Set<Integer> keyFrames;

  private final List<Integer> segmentStarts;

  private SegmentGrid(
      double frameRate, int group, List<Integer> keyFrames, List<Integer> segmentStarts) {
    this.frameRate = frameRate;
    this.group = group;
    this.keyFrames = Set.copyOf(keyFrames);
    this.segmentStarts = List.copyOf(segmentStarts);
  }

  static SegmentGrid of(TranscodeJob job) {
    Rational rate = job.info().picture().map(video -> video.frameRate()).orElse(Rational.of(25));
    PictureCopy copy = job.copy();
    return copy == null ? regular(rate) : ofCopy(copy, rate);
  }

  static SegmentGrid regular(Rational rate) {
    int group = Math.max(1, (int) Math.round(SECONDS_PER_GROUP * rate.toDouble()));
    return new SegmentGrid(rate.toDouble(), group, List.of(), List.of());
  }

  /** Segments begin with the group that is nearest to where equal ones would. */
  static SegmentGrid ofCopy(PictureCopy copy, Rational rate) {
    NavigableSet<Integer> keys = new TreeSet<>(copy.keyFrames());
    int longest = copy.longestGroup();
    double step = Math.max(SEGMENT_SECONDS * rate.toDouble(), longest);
    NavigableSet<Integer> starts = new TreeSet<>(Set.of(0));
    for (double at = step; at < copy.frames(); at += step) {
      starts.add(nearest(keys, at));
    }
    return new SegmentGrid(rate.toDouble(), longest + 1, copy.keyFrames(), List.copyOf(starts));
  }

  private static int nearest(NavigableSet<Integer> keys, double frame) {
    Integer before = keys.floor((int) frame);
    Integer after = keys.higher((int) frame);
    if (before == null || after == null) {
      return before == null ? keys.first() : before;
    }
    return frame - before <= after - frame ? before : after;
  }

  /** Frames from one key frame to the next at most. */
  int group() {
    return group;
  }

  /** Whether the encoder must be told to begin a group here, which it would not by itself. */
  boolean forcesKeyFrame(long frame) {
    return keyFrames.contains((int) frame);
  }

  /**
   * @param frame a key frame's number, from 0
   */
  boolean startsSegment(long frame) {
    if (!segmentStarts.isEmpty()) {
      return segmentStarts.contains((int) frame);
    }
    return frame == 0 || frame / group % GROUPS_PER_SEGMENT == 1;
  }

  /**
   * In seconds; infinite for the last one of a copied film.
   *
   * @param number from 1
   */
  double endOfSegment(int number) {
    if (segmentStarts.isEmpty()) {
      int groups = 1 + (number - 1) * GROUPS_PER_SEGMENT;
      return groups * group / frameRate;
    }
    return number < segmentStarts.size()
        ? segmentStarts.get(number) / frameRate
        : Double.POSITIVE_INFINITY;
  }
}
