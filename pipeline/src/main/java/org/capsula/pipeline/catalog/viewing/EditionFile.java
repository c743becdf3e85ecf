package org.capsula.pipeline.catalog.viewing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of an edition that may be seen now.
 *
 * @param sha256 lower-case hex
 * @param closesAt until when; null for ever
 */
public record EditionFile(
    String editionId, String name, long bytes, String sha256, @Nullable Instant closesAt) {}
