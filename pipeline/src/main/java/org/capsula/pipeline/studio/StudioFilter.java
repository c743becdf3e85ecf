package org.capsula.pipeline.studio;

import org.jspecify.annotations.Nullable;

/**
 * @param words that title or summary must hold, in any language; null for any
 */
public record StudioFilter(Show show, @Nullable String words) {
  public static final StudioFilter ALL = new StudioFilter(Show.ALL, null);
}
