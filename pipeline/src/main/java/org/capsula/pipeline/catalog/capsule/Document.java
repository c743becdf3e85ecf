package org.capsula.pipeline.catalog.capsule;

import java.time.Instant;

/**
 * A file to read beside a capsule: a tool sheet, a guide.
 *
 * @param kind the word that its name gave: {@code fiche}, {@code guide}; {@code document} without
 * @param mediaType told from its bytes (RFC 6838)
 */
public record Document(
    String id,
    String capsuleId,
    String kind,
    String fileName,
    String mediaType,
    String sha256,
    long bytes,
    Instant addedAt) {

  public Document of(String newId, String newCapsuleId) {
    return new Document(newId, newCapsuleId, kind, fileName, mediaType, sha256, bytes, addedAt);
  }
}
