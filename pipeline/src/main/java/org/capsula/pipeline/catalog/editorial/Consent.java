package org.capsula.pipeline.catalog.editorial;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the people who were filmed agreed to. For the studio alone.
 *
 * @param validUntil its last day; null for ever
 */
public record Consent(String note, @Nullable LocalDate validUntil) {}
