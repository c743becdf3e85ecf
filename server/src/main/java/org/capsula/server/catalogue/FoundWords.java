package org.capsula.server.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.search.Passage;
import org.capsula.server.viewer.FoundCue;
import org.capsula.server.viewer.FoundCue.Piece;

/** A cue that was found, in pieces: some of them are what was searched for. */
final class FoundWords {
  private FoundWords() {}

  static FoundCue cue(Viewing viewing, Passage passage) {
    List<Piece> pieces = new ArrayList<>();
    int end = 0;
    for (Passage.Mark mark : passage.marks()) {
      add(passage.text().substring(end, mark.start()), false, pieces);
      add(passage.text().substring(mark.start(), mark.end()), true, pieces);
      end = mark.end();
    }
    add(passage.text().substring(end), false, pieces);
    return new FoundCue(
        Addresses.at(viewing.slug(), passage), passage.start(), passage.language(), pieces);
  }

  private static void add(String words, boolean marked, List<Piece> pieces) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(words, marked));
    }
  }
}
