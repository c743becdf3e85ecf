package org.capsula.pipeline.upload;

import java.time.Duration;

/**
 * How much may come in.
 *
 * @param largest bytes of one upload
 * @param quota bytes of all unfinished uploads of one account
 * @param atOnce unfinished uploads of one account
 * @param keep how long an unfinished upload waits for its next byte, and how long is told what
 *     became of one
 * @param checkpoint bytes between two moments at which what came is brought to the disk for good
 */
public record UploadSettings(long largest, long quota, int atOnce, Duration keep, int checkpoint) {
  private static final long GB = 1_000_000_000;

  /**
   * Fifteen minutes of 4K at 400 Mb/s are 45 GB. A day's shooting may be under way at once. Eight
   * megabytes are a second on a good network: what a killed server loses of it.
   */
  public static final UploadSettings DEFAULT =
      new UploadSettings(50 * GB, 200 * GB, 200, Duration.ofDays(7), 8 * 1024 * 1024);

  public UploadSettings withLargest(long bytes) {
    return new UploadSettings(bytes, quota, atOnce, keep, checkpoint);
  }

  public UploadSettings withQuota(long bytes) {
    return new UploadSettings(largest, bytes, atOnce, keep, checkpoint);
  }

  public UploadSettings withCheckpoint(int bytes) {
    return new UploadSettings(largest, quota, atOnce, keep, bytes);
  }
}
