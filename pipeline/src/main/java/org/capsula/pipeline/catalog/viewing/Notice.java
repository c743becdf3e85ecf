package org.capsula.pipeline.catalog.viewing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a capsule is not available yet, or not any more, when its trainer wished that to be said.
 *
 * @param closesAt null for never
 * @param zone in which its times were given
 */
public record Notice(String capsuleId, Instant opensAt, @Nullable Instant closesAt, String zone) {}
