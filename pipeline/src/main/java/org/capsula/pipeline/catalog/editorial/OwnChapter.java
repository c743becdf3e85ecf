package org.capsula.pipeline.catalog.editorial;

import java.time.Duration;

/**
 * A named place that an editor gave the film.
 *
 * @param language of its title, BCP 47, normalised
 * @param start from the footage's first sample, so that it stays in its place whatever is cut off
 */
public record OwnChapter(String language, Duration start, String title) {}
