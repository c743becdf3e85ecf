package org.capsula.server.api;

import java.util.List;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.search.Passage;
import org.capsula.server.catalogue.Addresses;
import org.capsula.server.catalogue.Searching;
import org.capsula.server.catalogue.Shown;
import org.jspecify.annotations.Nullable;

/**
 * A capsule as the API gives it; the field names are a contract. An unknown value is null.
 *
 * @param title in the language that was asked for, where there is one
 * @param language spoken, BCP 47
 * @param subtitles languages, BCP 47
 * @param cues that hold the words that were searched for, at most three; none where nothing was
 */
public record CapsuleJson(
    String id,
    String slug,
    String title,
    @Nullable String summary,
    @Nullable String language,
    double durationSeconds,
    List<String> subtitles,
    @Nullable String poster,
    String playlist,
    String page,
    String state,
    List<CueJson> cues) {
  /** What the public sees is open; other states are told to those who may know. */
  private static final String OPEN = "open";

  /**
   * A cue that was found.
   *
   * @param language of its track, BCP 47
   * @param marks from which to before which character of the text the words stand
   * @param page the page of the capsule at that time, with these subtitles
   */
  public record CueJson(
      String language, double startSeconds, String text, List<List<Integer>> marks, String page) {

    static CueJson of(Viewing viewing, Passage passage) {
      return new CueJson(
          passage.language(),
          passage.start().toMillis() / 1000.0,
          passage.text(),
          passage.marks().stream().map(mark -> List.of(mark.start(), mark.end())).toList(),
          Addresses.at(viewing.slug(), passage));
    }
  }

  static CapsuleJson of(Shown.Item item, String language) {
    return of(new Searching.Hit(item, List.of()), language);
  }

  static CapsuleJson of(Searching.Hit hit, String language) {
    Shown.Item item = hit.item();
    Viewing viewing = item.viewing();
    List<String> preferred = item.preferring(language);
    return new CapsuleJson(
        viewing.id(),
        viewing.slug(),
        text(item.texts().titles(), preferred, viewing.slug()),
        item.texts().summaries().in(preferred).map(text -> text.value()).orElse(null),
        viewing.language(),
        viewing.length().toMillis() / 1000.0,
        item.subtitleLanguages(),
        Addresses.still(viewing),
        Addresses.playlist(viewing.slug()),
        Addresses.page(viewing.slug()),
        OPEN,
        hit.passages().stream().map(passage -> CueJson.of(viewing, passage)).toList());
  }

  private static String text(Texts texts, List<String> preferred, String otherwise) {
    return texts.in(preferred).map(text -> text.value()).orElse(otherwise);
  }
}
