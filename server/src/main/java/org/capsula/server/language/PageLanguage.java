package org.capsula.server.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.capsula.subtitles.LanguageTag;

/** The languages that every page speaks, in the order in which a page offers them. */
public enum PageLanguage {
  FRENCH("fr", "Français"),
  GREEK("el", "Ελληνικά"),
  ROMANIAN("ro", "Română"),
  GERMAN("de", "Deutsch"),
  LUXEMBOURGISH("lb", "Lëtzebuergesch"),
  ENGLISH("en", "English");

  private final String tag;
  private final String ownName;

  PageLanguage(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
  }

  /** BCP 47. */
  public String tag() {
    return tag;
  }

  /** What its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** How it writes days and numbers; English as in Europe. */
  public Locale locale() {
    return this == ENGLISH ? Locale.UK : Locale.forLanguageTag(tag);
  }

  /** The page language that {@code el}, {@code ell}, {@code el-CY} … ask for. */
  public static Optional<PageLanguage> ofTag(String tag) {
    return LanguageTag.normalise(tag)
        .map(normal -> Locale.forLanguageTag(normal).getLanguage())
        .flatMap(
            primary ->
                Arrays.stream(values()).filter(each -> each.tag.equals(primary)).findFirst());
  }
}
