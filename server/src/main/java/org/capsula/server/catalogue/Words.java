package org.capsula.server.catalogue;

import java.util.List;
import java.util.Objects;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.situation.Situation;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.server.viewer.Picture;
import org.capsula.server.viewer.Text;
import org.jspecify.annotations.Nullable;

/** From texts in many languages to the one that a page shows. */
final class Words {
  /** The shape of most films, for the picture of a film that has none. */
  private static final int WIDTH = 640;

  private static final int HEIGHT = 360;

  private Words() {}

  static @Nullable Text in(Texts texts, List<String> preferred) {
    return texts
        .in(preferred)
        .map(
            text ->
                new Text(
                    text.value(),
                    text.language().equals(Texts.UNKNOWN_LANGUAGE) ? null : text.language()))
        .orElse(null);
  }

  static Text title(Shown.Item item, List<String> preferred) {
    return Objects.requireNonNullElseGet(
        in(item.texts().titles(), preferred), () -> new Text(item.viewing().slug(), null));
  }

  static org.capsula.server.viewer.@Nullable Situation situation(
      @Nullable Situation situation, List<String> preferred) {
    return situation == null
        ? null
        : new org.capsula.server.viewer.Situation(
            in(situation.titles(), preferred),
            in(situation.narratives(), preferred),
            situation.country(),
            situation.themes().stream().map(theme -> new Text(theme, null)).toList());
  }

  /** In the shape of the film, whatever was chosen; null where there is none. */
  static @Nullable Picture poster(Viewing viewing) {
    String address = Addresses.still(viewing);
    if (address == null) {
      return null;
    }
    return new Picture(
        address,
        Objects.requireNonNullElse(viewing.width(), WIDTH),
        Objects.requireNonNullElse(viewing.height(), HEIGHT));
  }
}
