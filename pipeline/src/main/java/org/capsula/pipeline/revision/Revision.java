package org.capsula.pipeline.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One state of a text track.
 *
 * @param number from 1; the largest is shown
 * @param findings JSON, an array as in a report
 * @param madeBy an account's id; null for what came as a file, and where the account is gone
 * @param madeByName as shown to people; null where madeBy is
 */
public record Revision(
    String trackId,
    int number,
    String webvttSha256,
    long webvttBytes,
    int cues,
    String findings,
    Instant madeAt,
    @Nullable String madeBy,
    @Nullable String madeByName) {}
