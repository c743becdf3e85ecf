package org.capsula.pipeline.catalog.capsule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A short training film of one situation, whatever its footage has become so far.
 *
 * @param slug its name in addresses
 * @param footageSha256 lower-case hex
 * @param footageName as its owner knows the file
 * @param language spoken in it, BCP 47; null when unknown
 * @param collectionOrder its place in the collection; null when not told
 * @param sheetSha256 the YAML side-car that was read last; null when there was none
 * @param editionId what is shown of it; null before the first production is done
 */
public record Capsule(
    String id,
    String slug,
    String footageSha256,
    String footageName,
    @Nullable String language,
    @Nullable String situationId,
    @Nullable String collectionId,
    @Nullable Integer collectionOrder,
    @Nullable String sheetSha256,
    @Nullable String editionId,
    Instant createdAt) {}
