package org.capsula.pipeline.editing;

import org.capsula.subtitles.Role;
import org.jspecify.annotations.Nullable;

/**
 * A subtitle file as it was handed in.
 *
 * @param name as its owner knows it; tells language and role where nobody else does
 * @param language null where nobody said
 * @param role null where nobody said
 * @param charset IANA name of what it is to be read in; null to find out
 * @param bytes not to be changed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares these.
public record NewSubtitles(
    String name,
    @Nullable String language,
    @Nullable Role role,
    @Nullable String charset,
    byte[] bytes) {}
