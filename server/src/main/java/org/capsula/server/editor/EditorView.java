package org.capsula.server.editor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the editor's page is made of; the values come as {@link EditorState}.
 *
 * @param title in the language of the page, where there is one
 * @param titleLanguage null where nobody said
 * @param groups a language each
 * @param languages that a film or a track may be in, the pages' own first
 * @param state JSON that may stand in a script element
 * @param words JSON that may stand in a script element
 * @param playerWords null where the player brings its own
 * @param film null before the first production is done
 * @param growing address of the film that is being made; null where there is one already, or none
 *     is being made
 */
public record EditorView(
    String id,
    String title,
    @Nullable String titleLanguage,
    boolean mayChange,
    List<Group> groups,
    List<Language> languages,
    List<Language> countries,
    String state,
    String words,
    @Nullable String playerWords,
    @Nullable FilmView film,
    @Nullable String growing) {

  /** A language in which something is said. */
  public record Group(String tag, String name, boolean open) {}

  /**
   * @param tag BCP 47, or a country's two letters
   */
  public record Language(String tag, String name) {}

  /**
   * @param poster null where there is none
   */
  public record FilmView(String playlist, @Nullable String poster, int width, int height) {}
}
