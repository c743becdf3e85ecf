package org.capsula.server.api;

import java.util.List;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.server.catalogue.Addresses;
import org.capsula.server.catalogue.Shown;
import org.jspecify.annotations.Nullable;

/**
 * A capsule as the API gives it; the field names are a contract. An unknown value is null.
 *
 * @param title in the language that was asked for, where there is one
 * @param language spoken, BCP 47
 * @param subtitles languages, BCP 47
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
    String state) {
  /** What the public sees is open; other states are told to those who may know. */
  private static final String OPEN = "open";

  static CapsuleJson of(Shown.Item item, String language) {
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
        OPEN);
  }

  private static String text(Texts texts, List<String> preferred, String otherwise) {
    return texts.in(preferred).map(text -> text.value()).orElse(otherwise);
  }
}
