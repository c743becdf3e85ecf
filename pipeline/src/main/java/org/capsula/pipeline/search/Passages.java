package org.capsula.pipeline.search;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  /** More than a question has parts. */
  private static final int MOST_WEIGHT = 100;

  private final Storage storage;

  public Passages(Storage storage) {
    this.storage = storage;
  }

  /**
   * Those that hold most of it, in the order of their times.
   *
   * @param part of the footage that is shown
   */
  public List<Passage> of(Track track, Trim part, Question question, int most) throws IOException {
    List<List<String>> sought = question.in(Words.way(track.language()));
    return sought.isEmpty()
        ? List.of()
        : best(Speech.of(track.language(), cues(track, part)), sought, most);
  }

  /**
   * Where one text says any of it, though the rest may be said elsewhere; in their order.
   *
   * @param language of the text, BCP 47
   */
  public static List<Mark> marks(Question question, String language, String text) {
    Speech speech = new Speech(language);
    speech.add(Duration.ZERO, text);
    List<List<String>> sought = question.in(Words.way(language));
    for (int part = 0; part < sought.size(); part++) {
      speech.mark(part, sought.get(part));
    }
    return speech.spoken.get(0).passage(language).marks();
  }

  private List<Cue> cues(Track track, Trim part) throws IOException {
    try {
      return TrackFile.read(storage, track, part).content().cues();
    } catch (NoSuchFileException e) {
      // Corrected and pruned meanwhile.
      return List.of();
    }
  }

  /** Each adds most of what those before it do not hold; where one holds all of it, so do all. */
  private static List<Passage> best(Speech speech, List<List<String>> sought, int most) {
    for (int part = 0; part < sought.size(); part++) {
      speech.mark(part, sought.get(part));
    }
    List<Spoken> left =
        new ArrayList<>(speech.spoken.stream().filter(one -> !one.parts.isEmpty()).toList());
    if (left.stream().anyMatch(one -> one.parts.size() == sought.size())) {
      left.removeIf(one -> one.parts.size() < sought.size());
    }
    List<Spoken> best = new ArrayList<>();
    BitSet said = new BitSet();
    while (best.size() < most && !left.isEmpty()) {
      Spoken next = Collections.max(left, Comparator.comparing(one -> one.weight(said)));
      left.remove(next);
      best.add(next);
      next.parts.forEach(said::set);
    }
    return best.stream()
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

    Speech(String language) {
      this.language = language;
    }

    static Speech of(String language, List<Cue> cues) {
      Speech speech = new Speech(language);
      cues.forEach(cue -> speech.add(cue.start(), CueText.plain(cue.text())));
      return speech;
    }

    void add(Duration start, String text) {
      Spoken one = new Spoken(start, text);
      spoken.add(one);
      Words.of(Words.way(language), text).forEach(word -> places.add(new Place(word, one)));
    }

    void mark(int part, List<String> phrase) {
      for (int i = 0; i + phrase.size() <= places.size(); i++) {
        if (begins(phrase, i)) {
          places.get(i).cue().parts.add(part);
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
    private final Set<Integer> parts = new HashSet<>();

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

    /** What it adds counts more than what it says again; of equals the first is taken. */
    int weight(BitSet said) {
      int added = (int) parts.stream().filter(part -> !said.get(part)).count();
      return added * MOST_WEIGHT + parts.size();
    }

    Passage passage(String language) {
      List<Mark> inOrder = marks.stream().sorted(Comparator.comparing(Mark::start)).toList();
      return new Passage(language, start, text, inOrder);
    }
  }
}
