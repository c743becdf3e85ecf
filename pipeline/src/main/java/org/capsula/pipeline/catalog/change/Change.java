package org.capsula.pipeline.catalog.change;

/**
 * What is said or shown of a capsule is no more what it was.
 *
 * @param number later ones have higher ones
 */
public record Change(String capsuleId, long number) {}
