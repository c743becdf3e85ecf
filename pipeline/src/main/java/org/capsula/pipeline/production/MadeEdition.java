package org.capsula.pipeline.production;

import java.time.Duration;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * An edition that stands in storage and is not recorded yet.
 *
 * @param width of the largest picture in pixels; null for sound only
 * @param height of the largest picture in pixels; null for sound only
 */
public record MadeEdition(
    String id,
    Duration length,
    @Nullable Integer width,
    @Nullable Integer height,
    Report report,
    Edition.Content content) {}
