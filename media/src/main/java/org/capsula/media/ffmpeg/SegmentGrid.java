package org.capsula.media.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.capsula.media.Rational;
import org.capsula.media.probe.PictureCopy;
import org.capsula.media.transcode.TranscodeJob;

/**
 * Where groups of pictures and segments begin: at the same frames in every rung, so that a player
 * can change the rung at any segment. Every two and four seconds, but where one rung is a copy of
 * the footage: there its groups are everybody's.
 */
final class SegmentGrid {
  /** A key frame every two seconds: a seek decodes at most that much too much. */
  private static final double SECONDS_PER_GROUP = 2;

  /** Segments of about four seconds: few requests, yet a quick change of quality. */
  private static final int GROUPS_PER_SEGMENT = 2;

  private static final double SEGMENT_SECONDS = 4;
  private static final double LONGEST_SEGMENT_SECONDS = 6;

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

  /** Segments end with the first group that fills them, or before one that would overfill them. */
  static SegmentGrid ofCopy(PictureCopy copy, Rational rate) {
    List<Integer> keys = copy.keyFrames();
    List<Integer> starts = new ArrayList<>(List.of(0));
    int longest = 0;
    for (int i = 1; i < keys.size(); i++) {
      int next = i + 1 < keys.size() ? keys.get(i + 1) : copy.frames();
      int begun = starts.get(starts.size() - 1);
      double filled = (keys.get(i) - begun) / rate.toDouble();
      double withThis = (next - begun) / rate.toDouble();
      if (filled >= SEGMENT_SECONDS || withThis > LONGEST_SEGMENT_SECONDS) {
        starts.add(keys.get(i));
      }
      longest = Math.max(longest, keys.get(i) - keys.get(i - 1));
    }
    longest = Math.max(longest, copy.frames() - keys.get(keys.size() - 1));
    return new SegmentGrid(rate.toDouble(), longest + 1, keys, starts);
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
    return segmentStarts.isEmpty()
        ? frame % ((long) GROUPS_PER_SEGMENT * group) == 0
        : segmentStarts.contains((int) frame);
  }

  /**
   * In seconds; infinite for the last one of a copied film.
   *
   * @param number from 1
   */
  double endOfSegment(int number) {
    if (segmentStarts.isEmpty()) {
      return number * GROUPS_PER_SEGMENT * group / frameRate;
    }
    return number < segmentStarts.size()
        ? segmentStarts.get(number) / frameRate
        : Double.POSITIVE_INFINITY;
  }
}
