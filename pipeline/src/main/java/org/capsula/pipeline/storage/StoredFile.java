package org.capsula.pipeline.storage;

/**
 * What storage holds under its own hash.
 *
 * @param sha256 lower-case hex
 * @param isNew whether it was not there before
 */
public record StoredFile(String sha256, long bytes, boolean isNew) {}
