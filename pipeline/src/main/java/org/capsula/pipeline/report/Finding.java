package org.capsula.pipeline.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should look at, as every report and page gives it.
 *
 * @param severity {@code note}, {@code warning} or {@code error}
 * @param code stable, kebab-case
 * @param message one sentence
 * @param startSeconds where in the film it begins; null when it concerns the whole
 * @param endSeconds where it ends; null when unknown or the whole
 * @param line of a subtitle file, from 1; null otherwise
 * @param cue of a subtitle file, from 1; null otherwise
 * @param action what was done or can be done; null when there is nothing to do
 * @param arguments what its words are filled with, so that it can be worded in other languages:
 *     text, numbers, or lengths such as {@code 2.5 s}; null where an older program stored it
 */
public record Finding(
    String severity,
    String code,
    String message,
    @Nullable Double startSeconds,
    @Nullable Double endSeconds,
    @Nullable Integer line,
    @Nullable Integer cue,
    @Nullable String action,
    @Nullable Map<String, Object> arguments) {}
