package org.capsula.server.editor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.capsula.pipeline.production.Production;
import org.capsula.server.editor.DescriptionJson.ChapterJson;
import org.capsula.server.editor.FilesJson.DocumentJson;
import org.capsula.server.editor.FilesJson.RemovedJson;
import org.capsula.server.editor.FilesJson.TrackJson;
import org.capsula.server.language.FindingWords;
import org.jspecify.annotations.Nullable;

/**
 * A capsule as its editor sees it.
 *
 * @param version of the description; to be sent as If-Match by whoever changes it
 * @param page where the public sees it; null while it does not
 * @param film null before the first production is done
 * @param production the newest; null where there was none
 * @param inherited chapters that came with the film, in seconds of the footage
 * @param collections titles of all there are, by id
 */
public record EditorState(
    String id,
    long version,
    DescriptionJson description,
    String footage,
    @Nullable String page,
    @Nullable FilmJson film,
    PosterJson poster,
    @Nullable ProductionJson production,
    List<ChapterJson> inherited,
    List<TrackJson> tracks,
    List<DocumentJson> documents,
    List<RemovedJson> removed,
    List<FindingJson> findings,
    Map<String, Map<String, String>> collections) {

  /**
   * What is shown.
   *
   * @param startSeconds of the footage: where the film begins
   * @param footageSeconds null when unknown
   * @param picture whether there is one
   */
  public record FilmJson(
      String edition,
      double startSeconds,
      double lengthSeconds,
      @Nullable Double footageSeconds,
      boolean picture) {}

  /**
   * @param address null where there is none
   * @param own whether somebody chose it
   * @param atSeconds of the footage; null for a picture that was handed in
   */
  public record PosterJson(@Nullable String address, boolean own, @Nullable Double atSeconds) {}

  /**
   * @param state queued, running, done, failed, cancelled
   * @param reason why it has no result and what can be done, as people read it
   * @param reasonLanguage BCP 47; English where there are no words for the reason
   */
  public record ProductionJson(
      String id,
      String state,
      int percent,
      @Nullable String reasonCode,
      @Nullable String reason,
      @Nullable String reasonLanguage) {

    static ProductionJson of(Production production, FindingWords words) {
      String code = production.reasonCode();
      FindingWords.Worded why =
          code == null
              ? null
              : words.reason(code, Objects.requireNonNullElse(production.reason(), ""));
      return new ProductionJson(
          production.id(),
          production.state().word(),
          production.percent(),
          code,
          why == null ? production.reason() : sentences(why),
          why == null ? null : why.language());
    }

    private static String sentences(FindingWords.Worded why) {
      return why.action() == null ? why.message() : why.message() + " " + why.action();
    }
  }
}
