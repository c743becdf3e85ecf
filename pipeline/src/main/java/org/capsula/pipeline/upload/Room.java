package org.capsula.pipeline.upload;

import org.capsula.pipeline.upload.UploadStore.Load;

/**
 * How much more one account may send.
 *
 * @param largest bytes that one upload may ever have
 * @param freeBytes that one may have by the disk, with all that is made of it
 * @param quotaBytes of the account that are left
 * @param quotaUploads that the account may begin
 */
public record Room(long largest, long freeBytes, long quotaBytes, long quotaUploads) {
  /** What the rest of the machine should keep. */
  private static final long RESERVE = 64_000_000;

  /** An edition is seldom larger than its footage. */
  private static final int COPIES = 2;

  static Room of(long freeOnDisk, UploadSettings settings, Loads loads) {
    // What others began has its place already, and so have the editions that will be made of it.
    long promised = COPIES * loads.all().bytes() - loads.all().received();
    return new Room(
        settings.largest(),
        Math.max(0, (freeOnDisk - promised - RESERVE) / COPIES),
        Math.max(0, settings.quota() - loads.own().bytes()),
        Math.max(0, settings.atOnce() - loads.own().uploads()));
  }

  void require(String fileName, long bytes) throws UploadRefusedException {
    if (quotaUploads == 0) {
      throw new UploadRefusedException(
          Refusal.QUOTA,
          "“%s” is one too many: finish or cancel some of your unfinished uploads first."
              .formatted(fileName));
    }
    if (bytes > quotaBytes) {
      throw new UploadRefusedException(
          Refusal.QUOTA,
          "“%s” is %s, and your unfinished uploads leave room for %s; finish or cancel some of them first."
              .formatted(fileName, megabytes(bytes), megabytes(quotaBytes)));
    }
    if (bytes > freeBytes) {
      throw new UploadRefusedException(
          Refusal.NO_SPACE,
          "“%s” is %s, and the library's disk has room for %s with all that is made of it; have some space freed and try again."
              .formatted(fileName, megabytes(bytes), megabytes(freeBytes)));
    }
  }

  private static String megabytes(long bytes) {
    return bytes / 1_000_000 + " MB";
  }

  /**
   * What is under way.
   *
   * @param own of the account
   */
  record Loads(Load all, Load own) {}
}
