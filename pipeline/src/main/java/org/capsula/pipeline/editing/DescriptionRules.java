package org.capsula.pipeline.editing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.editorial.Consent;
import org.capsula.pipeline.catalog.editorial.OwnChapter;
import org.capsula.pipeline.editing.Description.CollectionPlace;
import org.capsula.pipeline.editing.Description.SituationTexts;
import org.capsula.pipeline.editing.Misfit.Rule;
import org.capsula.subtitles.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * Brings what people typed into the form in which it is kept; what is beyond measure is refused.
 */
final class DescriptionRules {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** More than any collection has; room to leave gaps between neighbours. */
  private static final int LAST_PLACE = 100_000;

  private DescriptionRules() {}

  static Description clean(Description given) throws RefusedEditException {
    CapsuleTexts texts = given.texts();
    return new Description(
        given.language() == null ? null : language(given.language(), "language"),
        new CapsuleTexts(
            texts(texts.titles(), Field.TITLE, "titles"),
            texts(texts.summaries(), Field.SUMMARY, "summaries"),
            keywords(texts.keywords())),
        texts(given.credits(), Field.CREDITS, "credits"),
        collection(given.collection()),
        situation(given.situation()),
        chapters(given.chapters()),
        given.trim(),
        consent(given.consent()));
  }

  /** A title that nobody gave a language keeps that. */
  private static String language(String tag, String where) throws RefusedEditException {
    if (tag.equals(Texts.UNKNOWN_LANGUAGE)) {
      return tag;
    }
    return LanguageTag.normalise(tag)
        .orElseThrow(
            () ->
                new RefusedEditException(
                    Misfit.of(Rule.NO_LANGUAGE, where),
                    "“" + tag + "” is no language; give a tag like fr, el, ro, de, lb or en."));
  }

  /** Without those that are empty. */
  private static Texts texts(Texts texts, Field field, String map) throws RefusedEditException {
    Map<String, String> clean = new TreeMap<>();
    for (Map.Entry<String, String> text : texts.byLanguage().entrySet()) {
      String where = map + "." + text.getKey();
      String words = field.clean(text.getValue(), where);
      if (!words.isEmpty()) {
        clean.put(language(text.getKey(), where), words);
      }
    }
    return new Texts(clean);
  }

  private static Map<String, List<String>> keywords(Map<String, List<String>> given)
      throws RefusedEditException {
    Map<String, List<String>> clean = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> words : given.entrySet()) {
      String where = "keywords." + words.getKey();
      List<String> kept = words(words.getValue(), Field.KEYWORD, where);
      if (!kept.isEmpty()) {
        clean.put(language(words.getKey(), where), kept);
      }
    }
    return clean;
  }

  /** Each once, in the order in which the store gives them back. */
  private static List<String> words(List<String> given, Field field, String where)
      throws RefusedEditException {
    field.requireCount(given.size(), where);
    List<String> clean = new ArrayList<>();
    for (String word : given) {
      String kept = field.clean(word, where);
      if (!kept.isEmpty() && !clean.contains(kept)) {
        clean.add(kept);
      }
    }
    clean.sort(Comparator.naturalOrder());
    return clean;
  }

  private static @Nullable CollectionPlace collection(@Nullable CollectionPlace given)
      throws RefusedEditException {
    if (given == null) {
      return null;
    }
    Texts titles = texts(given.titles(), Field.TITLE, "collection.title");
    Integer order = given.order();
    if (order != null && (order < 0 || order > LAST_PLACE)) {
      throw new RefusedEditException(
          new Misfit(Rule.NO_PLACE, "collection.order", LAST_PLACE),
          "The place in the collection is a whole number from 0 to " + LAST_PLACE + ".");
    }
    return given.id() == null && titles.isEmpty()
        ? null
        : new CollectionPlace(given.id(), titles, order);
  }

  private static @Nullable SituationTexts situation(@Nullable SituationTexts given)
      throws RefusedEditException {
    if (given == null) {
      return null;
    }
    String country = given.country();
    if (country != null && !COUNTRIES.contains(country)) {
      throw new RefusedEditException(
          Misfit.of(Rule.NO_COUNTRY, "situation.country"),
          "“" + country + "” is no country; give two letters as in BE.");
    }
    SituationTexts clean =
        new SituationTexts(
            texts(given.titles(), Field.TITLE, "situation.titles"),
            texts(given.narratives(), Field.NARRATIVE, "situation.narratives"),
            words(given.themes(), Field.THEME, "situation.themes"),
            country);
    return clean.isEmpty() ? null : clean;
  }

  private static Optional<List<OwnChapter>> chapters(Optional<List<OwnChapter>> given)
      throws RefusedEditException {
    if (given.isEmpty()) {
      return given;
    }
    Field.CHAPTER.requireCount(given.get().size(), "chapters");
    Map<String, OwnChapter> clean = new LinkedHashMap<>();
    for (OwnChapter chapter : given.get()) {
      String title = Field.CHAPTER.clean(chapter.title(), "chapters");
      if (title.isEmpty() || chapter.start().isNegative()) {
        throw new RefusedEditException(
            Misfit.of(Rule.NO_CHAPTER, "chapters"),
            "Each chapter has a title and begins at 0 s or later.");
      }
      Duration start = Duration.ofMillis(chapter.start().toMillis());
      String tag = language(chapter.language(), "chapters");
      clean.put(start.toMillis() + tag, new OwnChapter(tag, start, title));
    }
    return Optional.of(
        clean.values().stream()
            .sorted(Comparator.comparing(OwnChapter::start).thenComparing(OwnChapter::language))
            .toList());
  }

  private static @Nullable Consent consent(@Nullable Consent given) throws RefusedEditException {
    if (given == null) {
      return null;
    }
    String note = Field.CONSENT.clean(given.note(), "consent.note");
    return note.isEmpty() && given.validUntil() == null
        ? null
        : new Consent(note, given.validUntil());
  }
}
