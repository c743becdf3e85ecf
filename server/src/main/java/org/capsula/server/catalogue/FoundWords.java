package org.capsula.server.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.search.Passage;
import org.capsula.pipeline.search.Passages;
import org.capsula.pipeline.search.Question;
import org.capsula.server.viewer.FoundCue;
import org.capsula.server.viewer.Piece;
import org.capsula.server.viewer.Text;
import org.jspecify.annotations.Nullable;

/** Words that were found, in pieces: some of them are what was searched for. */
final class FoundWords {
  private FoundWords() {}

  static FoundCue cue(Viewing viewing, Passage passage) {
    return new FoundCue(
        Addresses.at(viewing.slug(), passage),
        passage.start(),
        passage.language(),
        pieces(passage.text(), passage.marks()));
  }

  /** None where the text holds nothing of it. */
  static List<Piece> in(@Nullable Text text, Question question) {
    if (text == null) {
      return List.of();
    }
    String language = Objects.requireNonNullElse(text.language(), Texts.UNKNOWN_LANGUAGE);
    List<Passage.Mark> marks = Passages.marks(question, language, text.words());
    return marks.isEmpty() ? List.of() : pieces(text.words(), marks);
  }

  private static List<Piece> pieces(String text, List<Passage.Mark> marks) {
    List<Piece> pieces = new ArrayList<>();
    int end = 0;
    for (Passage.Mark mark : marks) {
      add(text.substring(end, mark.start()), false, pieces);
      add(text.substring(mark.start(), mark.end()), true, pieces);
      end = mark.end();
    }
    add(text.substring(end), false, pieces);
    return pieces;
  }

  private static void add(String words, boolean marked, List<Piece> pieces) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(words, marked));
    }
  }
}
