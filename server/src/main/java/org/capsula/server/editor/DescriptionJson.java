package org.capsula.server.editor;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.editorial.Consent;
import org.capsula.pipeline.catalog.editorial.OwnChapter;
import org.capsula.pipeline.editing.Description;
import org.capsula.pipeline.editing.Description.CollectionPlace;
import org.capsula.pipeline.editing.Description.SituationTexts;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a capsule. In a change, what is null stays, and what is empty is taken away.
 *
 * @param language spoken; empty when unknown
 * @param titles by language, and so on
 */
public record DescriptionJson(
    @Nullable String language,
    @Nullable Map<String, String> titles,
    @Nullable Map<String, String> summaries,
    @Nullable Map<String, List<String>> keywords,
    @Nullable Map<String, String> credits,
    @Nullable CollectionJson collection,
    @Nullable SituationJson situation,
    @Nullable ChaptersJson chapters,
    @Nullable TrimJson trim,
    @Nullable ConsentJson consent) {

  /**
   * @param id null for one that is to be found by its titles, or made
   */
  public record CollectionJson(
      @Nullable String id, @Nullable Map<String, String> titles, @Nullable Integer order) {}

  public record SituationJson(
      @Nullable Map<String, String> titles,
      @Nullable Map<String, String> narratives,
      @Nullable List<String> themes,
      @Nullable String country) {}

  /**
   * @param own whether the list counts, be it empty; else those that came with the film
   */
  public record ChaptersJson(boolean own, @Nullable List<ChapterJson> list) {}

  /**
   * @param startSeconds of the footage
   */
  public record ChapterJson(
      double startSeconds, @Nullable String title, @Nullable String language) {}

  /**
   * Seconds of the footage.
   *
   * @param endSeconds null for the footage's own end
   */
  public record TrimJson(double startSeconds, @Nullable Double endSeconds) {}

  /**
   * @param validUntil ISO 8601 date; null or empty for ever
   */
  public record ConsentJson(@Nullable String note, @Nullable String validUntil) {}

  static DescriptionJson of(Description of) {
    CollectionPlace place = of.collection();
    SituationTexts scene = of.situation();
    Consent consent = of.consent();
    return new DescriptionJson(
        of.language() == null ? "" : of.language(),
        of.texts().titles().byLanguage(),
        of.texts().summaries().byLanguage(),
        of.texts().keywords(),
        of.credits().byLanguage(),
        place == null
            ? new CollectionJson(null, Map.of(), null)
            : new CollectionJson(place.id(), place.titles().byLanguage(), place.order()),
        scene == null
            ? new SituationJson(Map.of(), Map.of(), List.of(), null)
            : new SituationJson(
                scene.titles().byLanguage(),
                scene.narratives().byLanguage(),
                scene.themes(),
                scene.country()),
        new ChaptersJson(
            of.chapters().isPresent(),
            of.chapters().orElse(List.of()).stream()
                .map(
                    chapter ->
                        new ChapterJson(
                            seconds(chapter.start()), chapter.title(), chapter.language()))
                .toList()),
        new TrimJson(
            seconds(of.trim().start()), of.trim().end() == null ? null : seconds(of.trim().end())),
        consent == null
            ? new ConsentJson("", null)
            : new ConsentJson(
                consent.note(),
                consent.validUntil() == null ? null : consent.validUntil().toString()));
  }

  /** The description with these changes. */
  Description applied(Description to) {
    return new Description(
        language == null ? to.language() : blank(language),
        new CapsuleTexts(
            titles == null ? to.texts().titles() : texts(titles),
            summaries == null ? to.texts().summaries() : texts(summaries),
            keywords == null ? to.texts().keywords() : keywords),
        credits == null ? to.credits() : texts(credits),
        collection == null ? to.collection() : place(collection),
        situation == null ? to.situation() : scene(situation),
        chapters == null ? to.chapters() : chapters(chapters),
        trim == null ? to.trim() : trim(trim),
        consent == null ? to.consent() : consent(consent));
  }

  private static CollectionPlace place(CollectionJson given) {
    return new CollectionPlace(given.id(), texts(given.titles()), given.order());
  }

  private static SituationTexts scene(SituationJson given) {
    return new SituationTexts(
        texts(given.titles()),
        texts(given.narratives()),
        given.themes() == null ? List.of() : given.themes(),
        blank(given.country()));
  }

  private static Optional<List<OwnChapter>> chapters(ChaptersJson given) {
    if (!given.own()) {
      return Optional.empty();
    }
    List<ChapterJson> list = given.list() == null ? List.of() : given.list();
    return Optional.of(
        list.stream()
            .map(
                chapter ->
                    new OwnChapter(
                        chapter.language() == null ? "" : chapter.language(),
                        duration(chapter.startSeconds()),
                        chapter.title() == null ? "" : chapter.title()))
            .toList());
  }

  private static Trim trim(TrimJson given) {
    Double end = given.endSeconds();
    Duration start = duration(given.startSeconds());
    if (start.isNegative() || (end != null && duration(end).compareTo(start) <= 0)) {
      throw Refusals.invalid(
          "no-part", "trim", "The film has to begin at 0 s or later, and to end after that.");
    }
    return new Trim(start, end == null ? null : duration(end));
  }

  private static @Nullable Consent consent(ConsentJson given) {
    String until = blank(given.validUntil());
    try {
      return new Consent(
          given.note() == null ? "" : given.note(), until == null ? null : LocalDate.parse(until));
    } catch (DateTimeException e) {
      throw Refusals.invalid(
          "no-date",
          "consent.validUntil",
          "“" + until + "” is no date; give one as in 2027-12-31.");
    }
  }

  private static Texts texts(@Nullable Map<String, String> byLanguage) {
    return byLanguage == null ? Texts.NONE : new Texts(byLanguage);
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  /** A day is longer than any film; what is no number is refused as a negative time is. */
  static Duration duration(double seconds) {
    return Double.isFinite(seconds) && Math.abs(seconds) < 1e6
        ? Duration.ofMillis(Math.round(seconds * 1000))
        : Duration.ofMillis(-1);
  }
}
