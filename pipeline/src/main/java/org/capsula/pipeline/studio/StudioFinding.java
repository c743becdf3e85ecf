package org.capsula.pipeline.studio;

import org.capsula.pipeline.report.Finding;
import org.capsula.subtitles.Role;
import org.jspecify.annotations.Nullable;

/**
 * Something to look at, and where.
 *
 * @param trackId of the text track that it is in; null for the film
 * @param language of that track; null for the film
 * @param role of that track; null for the film
 */
public record StudioFinding(
    @Nullable String trackId, @Nullable String language, @Nullable Role role, Finding finding) {}
