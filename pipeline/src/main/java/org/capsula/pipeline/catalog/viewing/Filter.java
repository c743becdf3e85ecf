package org.capsula.pipeline.catalog.viewing;

import org.jspecify.annotations.Nullable;

/**
 * Which of the capsules that may be seen.
 *
 * @param language of subtitles that there must be; null for any
 * @param theme of its situation; null for any
 * @param words that title or summary must hold, in any language; null for any
 */
public record Filter(@Nullable String language, @Nullable String theme, @Nullable String words) {
  public static final Filter ALL = new Filter(null, null, null);
}
