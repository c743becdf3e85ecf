package org.capsula.pipeline.backup;

import java.util.Map;
import org.capsula.pipeline.database.Schema;
import org.capsula.pipeline.json.Json;

/**
 * What a backup says of itself, in {@code backup.json}. It is written last, so that one that was
 * cut off has none.
 *
 * @param schema of this file
 * @param kind always {@code capsula-backup}
 * @param madeAt ISO 8601, UTC
 * @param capsula the version that made it
 * @param step of the schema of its database
 * @param files that are in it, the database among them
 * @param bytes of them
 * @param sumsSha256 of its {@code SHA256SUMS}
 */
record Label(
    int schema,
    String kind,
    String madeAt,
    String capsula,
    int step,
    long files,
    long bytes,
    String sumsSha256) {
  static final String NAME = "backup.json";
  static final String KIND = "capsula-backup";

  String text() {
    return Json.indented(this);
  }

  /**
   * @throws RefusedBackupException where it is another's, or of a newer program's library
   */
  static Read read(String text) throws RefusedBackupException {
    Map<?, ?> fields;
    try {
      fields = Json.read(text, Map.class);
    } catch (IllegalArgumentException e) {
      throw strange();
    }
    // Field by field: a newer one may have more of them.
    if (fields == null
        || !KIND.equals(fields.get("kind"))
        || !(fields.get("schema") instanceof Number schema)
        || !(fields.get("step") instanceof Number step)
        || !(fields.get("bytes") instanceof Number bytes)
        || !(fields.get("sumsSha256") instanceof String sums)) {
      throw strange();
    }
    if (schema.intValue() > 1 || step.intValue() > Schema.version()) {
      throw new RefusedBackupException(
          "it was made by a newer Capsula ("
              + fields.get("capsula")
              + "); restore it with that version.");
    }
    return new Read(bytes.longValue(), sums);
  }

  /** What a restore needs of it. */
  record Read(long bytes, String sumsSha256) {}

  private static RefusedBackupException strange() {
    return new RefusedBackupException(
        "its " + NAME + " is not of Capsula's making; name what “capsula backup” has written.");
  }
}
