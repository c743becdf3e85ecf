package org.capsula.pipeline.search;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.publication.TrackFile;
import org.capsula.pipeline.search.Passage.Mark;
import org.capsula.pipeline.search.Words.Word;
import org.capsula.pipeline.storage.Storage;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.webvtt.CueText;

/**
 * Looks a question up in the text tracks as they are shown now, so that nobody is led to a word
 * that was corrected a moment ago.
 */
public final class Passages {
  private final Storage storage;

  public Passages(Storage storage) {
    this.storage = storage;
  }

  /**
   * Those that hold most of it, in the order of their times.
   *
   * @param part of the footage that is shown
   */
  public List<Passage> of(List<Track> tracks, Trim part, Question question, int most)
      throws IOException {
    List<Passage> passages = new ArrayList<>();
    for (Track track : tracks) {
      List<List<String>> sought = question.in(Words.way(track.language()));
      if (!sought.isEmpty()) {
        passages.addAll(best(new Speech(track.language(), cues(track, part)), sought, most));
      }
    }
    return passages;
  }

  private List<Cue> cues(Track track, Trim part) throws IOException {
    try {
      return TrackFile.read(storage, track, part).content().cues();
    } catch (NoSuchFileException e) {
      // Corrected and pruned meanwhile.
      return List.of();
    }
  }

  private static List<Passage> best(Speech speech, List<List<String>> sought, int most) {
    sought.forEach(speech::mark);
    return speech.spoken.stream()
        .filter(spoken -> spoken.parts > 0)
        .sorted(Comparator.comparing((Spoken spoken) -> -spoken.parts))
        .limit(most)
        .sorted(Comparator.comparing(spoken -> spoken.start))
        .map(spoken -> spoken.passage(speech.language))
        .toList();
  }

  /** All cues of a track as one running text: a sentence may go on in the next cue. */
  private static final class Speech {
    private final String language;
    private final List<Spoken> spoken = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    /** A word and the cue in which it stands. */
    private record Place(Word word, Spoken cue) {}

    Speech(String language, List<Cue> cues) {
      this.language = language;
      for (Cue cue : cues) {
        Spoken one = new Spoken(cue.start(), CueText.plain(cue.text()));
        spoken.add(one);
        Words.of(Words.way(language), one.text).forEach(word -> places.add(new Place(word, one)));
      }
    }

    void mark(List<String> phrase) {
      Spoken last = null;
      for (int i = 0; i + phrase.size() <= places.size(); i++) {
        if (begins(phrase, i)) {
          Spoken begun = places.get(i).cue();
          // However often it is said in one cue, it is one part of the question.
          begun.parts += begun == last ? 0 : 1;
          last = begun;
          places.subList(i, i + phrase.size()).forEach(place -> place.cue().mark(place.word()));
        }
      }
    }

    private boolean begins(List<String> phrase, int at) {
      for (int i = 0; i < phrase.size(); i++) {
        if (!places.get(at + i).word().term().equals(phrase.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** A cue, and what was found in it. */
  private static final class Spoken {
    private final Duration start;
    private final String text;
    private final List<Mark> marks = new ArrayList<>();
    private int parts;

    Spoken(Duration start, String text) {
      this.start = start;
      this.text = text;
    }

    void mark(Word word) {
      Mark mark = new Mark(word.start(), word.end());
      if (!marks.contains(mark)) {
        marks.add(mark);
      }
    }

    Passage passage(String language) {
      List<Mark> inOrder = marks.stream().sorted(Comparator.comparing(Mark::start)).toList();
      return new Passage(language, start, text, inOrder);
    }
  }
}
