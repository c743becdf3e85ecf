package org.capsula.pipeline.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.jspecify.annotations.Nullable;

/**
 * What the YAML side-car of a footage says. Everything in it may be missing.
 *
 * @param language spoken in the film, BCP 47; null when not told
 * @param requiredLanguages without subtitles in one of them the capsule stays shut
 * @param trust how much of it was understood
 * @param problems sentences about what could not be understood and is left out
 */
public record Sheet(
    CapsuleTexts texts,
    @Nullable String language,
    @Nullable SituationPart situation,
    @Nullable CollectionPart collection,
    List<String> requiredLanguages,
    @Nullable ReleasePart release,
    Trust trust,
    List<String> problems) {
  /** There is none. */
  static final Sheet NONE = empty(Trust.ALL, List.of());

  /** What somebody said of a film elsewhere; nothing of when it opens. */
  public static Sheet of(
      CapsuleTexts texts, @Nullable String language, @Nullable CollectionPart collection) {
    return new Sheet(texts, language, null, collection, List.of(), null, Trust.ALL, List.of());
  }

  /** There is one, which could not be opened. */
  static final Sheet LOST = empty(Trust.NOTHING, List.of());

  /** Nothing of it could be understood. */
  static Sheet unreadable(String problem) {
    return empty(Trust.NOTHING, List.of(problem));
  }

  private static Sheet empty(Trust trust, List<String> problems) {
    return new Sheet(CapsuleTexts.NONE, null, null, null, List.of(), null, trust, problems);
  }

  /** What it says of the film; nothing opens by it, nor without it. */
  Sheet withoutRelease() {
    return new Sheet(
        texts,
        language,
        situation,
        collection,
        List.of(),
        null,
        isUnderstood() ? Trust.TEXTS : trust,
        problems);
  }

  /** What it may be used for. */
  enum Trust {
    ALL,
    /**
     * Its texts only. When the capsule shall open, and with which languages, could not be
     * understood: nothing opens by it, nor without it.
     */
    TEXTS,
    NOTHING
  }

  boolean isUnderstood() {
    return trust != Trust.NOTHING;
  }

  /** Whether it says when to open, or nothing about it. */
  boolean tellsRelease() {
    return trust == Trust.ALL;
  }

  public Sheet {
    requiredLanguages = List.copyOf(requiredLanguages);
    problems = List.copyOf(problems);
  }

  /**
   * @param country ISO 3166-1 alpha-2; null when not told
   */
  public record SituationPart(
      Texts titles, Texts narratives, List<String> themes, @Nullable String country) {}

  /**
   * @param order the capsule's place in it; null when not told
   */
  public record CollectionPart(Texts titles, @Nullable Integer order) {}

  /**
   * @param opens null for at once
   * @param closes null for never
   */
  public record ReleasePart(
      Audience audience, @Nullable Instant opens, @Nullable Instant closes, ZoneId zone) {}
}
