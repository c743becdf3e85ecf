package org.capsula.server.viewer;

import org.capsula.server.language.PageLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's words, which may be in another language than the page around them.
 *
 * @param language BCP 47; null where nobody said
 */
public record Text(String words, @Nullable String language) {

  /** The page's {@code lang} attribute for these words: null where it would say nothing new. */
  public @Nullable String langIn(PageLanguage page) {
    return page.tag().equals(language) ? null : language;
  }
}
