package org.capsula.pipeline.upkeep;

/**
 * What a library takes, in bytes.
 *
 * @param footage of all capsules
 * @param editions that are in use
 * @param texts subtitles, documents and whatever else capsules have
 * @param unused what waits for its removal
 * @param downloads films as one file, made on request
 * @param underWay uploads, and what productions are working on
 * @param data the database
 */
public record DiskUse(
    long footage,
    long editions,
    long texts,
    long unused,
    long downloads,
    long underWay,
    long data) {
  public long total() {
    return footage + editions + texts + unused + downloads + underWay + data;
  }
}
