package org.capsula.pipeline.upload;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to send.
 *
 * @param fileName as it was given: anything at all
 * @param fingerprint by which a browser knows the file again; null when not told
 * @param metadata as it was given, to be given back; null when there is none
 * @param replaces the capsule whose footage it is to become; null for a new one
 */
public record NewUpload(
    String accountId,
    String fileName,
    long bytes,
    @Nullable String fingerprint,
    @Nullable String metadata,
    @Nullable String replaces) {}
