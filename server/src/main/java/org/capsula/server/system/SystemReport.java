package org.capsula.server.system;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the machine and the library are; the field names are a contract. An unknown value is null;
 * times are of ISO 8601 in UTC.
 *
 * @param java the version of the Java that runs it
 * @param library its folder
 * @param unused what will be removed, what goes first first
 * @param chores what is done by itself, and how it went last
 */
public record SystemReport(
    String version,
    String java,
    String library,
    DiskReport disk,
    List<UnusedReport> unused,
    ProductionsReport productions,
    List<ChoreReport> chores) {

  /**
   * @param freeBytes that this program may still write
   * @param totalBytes of the whole disk, whoever uses it
   * @param libraryBytes what the library takes
   * @param bytesAWeek by which the library grows; null while it has been watched for less than a
   *     week
   * @param weeksLeft until the disk is full at this rate; null where that is not known, or the
   *     library does not grow
   * @param level fine, low or almost-full
   */
  public record DiskReport(
      long freeBytes,
      long totalBytes,
      LibraryBytes libraryBytes,
      @Nullable Long bytesAWeek,
      @Nullable Long weeksLeft,
      String level) {}

  /**
   * @param texts subtitles and documents
   * @param unused what waits for its removal
   * @param downloads films as one file, made on request
   * @param underWay uploads, and what productions are working on
   * @param data the database
   */
  public record LibraryBytes(
      long footage,
      long editions,
      long texts,
      long unused,
      long downloads,
      long underWay,
      long data) {}

  /**
   * @param kind edition or file
   * @param name an edition’s id, or a file’s SHA-256
   * @param bytes that its removal frees
   * @param capsule the slug of one that had it; null where that is not known
   */
  public record UnusedReport(
      String kind,
      String name,
      long bytes,
      @Nullable String capsule,
      String since,
      String goesAt) {}

  /**
   * @param failed those that ended without a result, as long as their capsule exists
   */
  public record ProductionsReport(long queued, long running, long failed) {}

  /**
   * @param everySeconds from the beginning of one run to that of the next
   * @param startedAt the last time since the program began; null before
   * @param endedAt null before the first time, and while it is being done
   * @param failure what went wrong the last time; null where nothing did
   */
  public record ChoreReport(
      String name,
      long everySeconds,
      @Nullable String startedAt,
      @Nullable String endedAt,
      @Nullable String failure) {}
}
