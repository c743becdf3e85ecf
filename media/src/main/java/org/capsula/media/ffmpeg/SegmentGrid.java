package org.capsula.media.ffmpeg;

import org.capsula.media.Rational;

/**
 * Where groups of pictures and segments begin: at the same frames in every rung, so that a player
 * can change the rung at any segment.
 */
final class SegmentGrid {
  /** A key frame every two seconds: a seek decodes at most that much too much. */
  private static final double SECONDS_PER_GROUP = 2;

  /** Segments of about four seconds: few requests, yet a quick change of quality. */
  static final int GROUPS_PER_SEGMENT = 2;

  private SegmentGrid() {}

  static int framesPerGroup(Rational frameRate) {
    return Math.max(1, (int) Math.round(SECONDS_PER_GROUP * frameRate.toDouble()));
  }

  static double segmentSeconds(Rational frameRate) {
    return GROUPS_PER_SEGMENT * framesPerGroup(frameRate) / frameRate.toDouble();
  }
}
