package org.capsula.server.studio;

import java.time.Instant;
import java.util.List;
import org.capsula.pipeline.catalog.Text;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.studio.StudioCapsule;
import org.capsula.pipeline.studio.StudioFinding;
import org.capsula.pipeline.studio.StudioItem;
import org.capsula.server.catalogue.Addresses;
import org.capsula.server.language.FindingWords;
import org.jspecify.annotations.Nullable;

/**
 * A capsule as the studio's API gives it. An unknown value is null.
 *
 * @param state draft, queued, running, cancelled, held, failed, waiting, open, closed, deleted
 * @param language spoken, BCP 47
 * @param subtitles languages, BCP 47
 * @param missing languages that it must have before it opens
 * @param production the newest; null where there was none
 * @param findings of the film and of its text tracks, the worst first
 */
record StudioCapsuleJson(
    String id,
    String slug,
    String title,
    String state,
    @Nullable String language,
    @Nullable Double durationSeconds,
    List<String> subtitles,
    List<String> missing,
    String createdAt,
    @Nullable String deletedAt,
    @Nullable String opensAt,
    @Nullable String closesAt,
    String page,
    @Nullable ProductionJson production,
    List<FoundJson> findings) {

  /** One page; {@code next} is the {@code after} of the next, null on the last. */
  record PageJson(List<StudioCapsuleJson> items, @Nullable String next) {}

  /**
   * A finding in words.
   *
   * @param trackId of the text track that it is in; null for the film
   * @param messageLanguage of message and action, BCP 47
   */
  record FoundJson(
      String severity,
      String code,
      String message,
      @Nullable Double startSeconds,
      @Nullable Double endSeconds,
      @Nullable Integer line,
      @Nullable Integer cue,
      @Nullable String action,
      @Nullable String trackId,
      @Nullable String language,
      String messageLanguage) {
    static FoundJson of(StudioFinding found, FindingWords words) {
      FindingWords.Worded worded = words.of(found.finding());
      return new FoundJson(
          found.finding().severity(),
          found.finding().code(),
          worded.message(),
          found.finding().startSeconds(),
          found.finding().endSeconds(),
          found.finding().line(),
          found.finding().cue(),
          worded.action(),
          found.trackId(),
          found.language(),
          worded.language());
    }
  }

  static StudioCapsuleJson of(StudioItem item, StudioWords words) {
    StudioCapsule capsule = item.capsule();
    Production production = item.production();
    FindingWords findings = FindingWords.of(words.language());
    return new StudioCapsuleJson(
        capsule.id(),
        capsule.slug(),
        item.texts()
            .titles()
            .in(List.of(words.language().tag(), "en", "fr"))
            .map(Text::value)
            .orElse(capsule.slug()),
        item.state().word(),
        capsule.language(),
        capsule.length() == null ? null : capsule.length().toMillis() / 1000.0,
        item.languages(),
        item.missingLanguages(),
        capsule.createdAt().toString(),
        time(capsule.deletedAt()),
        time(capsule.opensAt()),
        time(capsule.closesAt()),
        Addresses.page(capsule.slug()),
        production == null ? null : ProductionJson.of(production, item.outlook(), words),
        item.findings().stream().map(found -> FoundJson.of(found, findings)).toList());
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
