package org.capsula.server.viewer;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of a film that is shut.
 *
 * @param title null where it has none
 * @param when it opens, or closed, on the clocks of its trainer
 */
public record NoticeView(@Nullable Text title, ZonedDateTime when, boolean isOver) {}
