package org.capsula.pipeline.studio;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is to be expected of a production that has not ended.
 *
 * @param place in the queue, from 1; null for one that runs
 * @param left until it is done, roughly; null while nothing is known to tell it by
 */
public record Outlook(@Nullable Integer place, @Nullable Duration left) {}
