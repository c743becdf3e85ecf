package org.capsula.pipeline.catalog.editorial;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A still that an editor chose, a JPEG of our own making.
 *
 * @param sha256 lower-case hex
 * @param at where in the footage it stands; null for a picture that was handed in
 */
public record Poster(String sha256, long bytes, @Nullable Duration at) {}
