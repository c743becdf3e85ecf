package org.capsula.pipeline.editing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which value cannot be kept, for programs; the sentence beside it is for people.
 *
 * @param field as its path in a description, a language last: {@code titles.fr}
 * @param most letters or things that are kept; null where it is not about how much
 */
public record Misfit(Rule rule, String field, @Nullable Integer most) {

  static Misfit of(Rule rule, String field) {
    return new Misfit(rule, field, null);
  }

  /** What a value has to obey. */
  public enum Rule {
    TOO_LONG,
    TOO_MANY,
    NO_LANGUAGE,
    NO_COUNTRY,
    NO_COLLECTION,
    /** No whole number from 0 on, or a greater one than is kept. */
    NO_PLACE,
    /** Without a title, or before the film. */
    NO_CHAPTER;

    /** The word in problem documents. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
