package org.capsula.pipeline.upkeep;

import org.jspecify.annotations.Nullable;

/**
 * What is to be expected of the library's disk.
 *
 * @param freeBytes that this program may still write
 * @param totalBytes of the whole disk, whoever uses it
 * @param bytesAWeek by which the library grows, less than 0 where it shrinks; null while it has
 *     been watched for less than a week
 * @param weeksLeft until the disk is full at this rate; null where that is not known, or the
 *     library does not grow
 */
public record DiskForecast(
    DiskUse use,
    long freeBytes,
    long totalBytes,
    @Nullable Long bytesAWeek,
    @Nullable Long weeksLeft) {
  /** An hour of camera footage, with its edition, may not fit into less. */
  static final long ALMOST_FULL = 5_000_000_000L;

  /** Time enough to find money and a disk. */
  static final long WEEKS_OF_WARNING = 6;

  /** How much the person who looks after the machine should mind. */
  public enum Level {
    /** Nothing to do. */
    FINE,
    /** Something should be done within weeks. */
    LOW,
    /** The next film may not fit. */
    ALMOST_FULL
  }

  public Level level() {
    if (freeBytes < ALMOST_FULL) {
      return Level.ALMOST_FULL;
    }
    Long weeks = weeksLeft;
    boolean soon = weeks != null && weeks < WEEKS_OF_WARNING;
    return soon || freeBytes < 4 * ALMOST_FULL ? Level.LOW : Level.FINE;
  }
}
