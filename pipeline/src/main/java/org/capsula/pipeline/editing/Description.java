package org.capsula.pipeline.editing;

import java.util.List;
import java.util.Optional;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.editorial.Consent;
import org.capsula.pipeline.catalog.editorial.OwnChapter;
import org.jspecify.annotations.Nullable;

/**
 * All that one person may change of a capsule while another reads it: it has one version.
 *
 * @param language spoken, BCP 47; null when unknown
 * @param credits a line each, by language
 * @param collection null where it belongs to none
 * @param situation null where none is told
 * @param chapters in the order of their times; no value for those that came with the film
 * @param trim the part of the footage that productions make
 * @param consent null where none is noted
 */
public record Description(
    @Nullable String language,
    CapsuleTexts texts,
    Texts credits,
    @Nullable CollectionPlace collection,
    @Nullable SituationTexts situation,
    Optional<List<OwnChapter>> chapters,
    Trim trim,
    @Nullable Consent consent) {

  /**
   * Where among others it belongs.
   *
   * @param id null for a collection that is to be found by its titles, or made
   * @param order null when not told
   */
  public record CollectionPlace(@Nullable String id, Texts titles, @Nullable Integer order) {}

  /**
   * The scene of working life that it shows.
   *
   * @param themes words that schools agree on
   * @param country ISO 3166-1 alpha-2; null when not told
   */
  public record SituationTexts(
      Texts titles, Texts narratives, List<String> themes, @Nullable String country) {
    public SituationTexts {
      themes = List.copyOf(themes);
    }

    boolean isEmpty() {
      return titles.isEmpty() && narratives.isEmpty() && themes.isEmpty() && country == null;
    }
  }
}
