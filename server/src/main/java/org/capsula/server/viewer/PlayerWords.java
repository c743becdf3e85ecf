package org.capsula.server.viewer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.capsula.server.language.PageLanguage;
import org.jspecify.annotations.Nullable;

/** The words of Media Chrome's buttons, for the languages that it does not ship itself. */
public final class PlayerWords {
  private static final String GREEK = read("player_el.json");
  private static final String ROMANIAN = read("player_ro.json");
  private static final String LUXEMBOURGISH = read("player_lb.json");

  private PlayerWords() {}

  /** As JSON that may stand in a script element; null where the player brings its own words. */
  public static @Nullable String json(PageLanguage language) {
    return switch (language) {
      case GREEK -> GREEK;
      case ROMANIAN -> ROMANIAN;
      case LUXEMBOURGISH -> LUXEMBOURGISH;
      case FRENCH, GERMAN, ENGLISH -> null;
    };
  }

  private static String read(String name) {
    try (InputStream in =
        Objects.requireNonNull(PlayerWords.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
