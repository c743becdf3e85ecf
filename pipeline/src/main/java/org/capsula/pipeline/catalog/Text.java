package org.capsula.pipeline.catalog;

/**
 * A text and the language it is in.
 *
 * @param language BCP 47, normalised; {@code und} when unknown
 */
public record Text(String language, String value) {}
