package org.capsula.pipeline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.storage.StoredFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where in a track the words stand. */
class PassagesTest {
  @TempDir private Path folder;

  private SearchLibrary library;

  @BeforeEach
  void open() {
    library = new SearchLibrary(folder);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "ecole            | 10 [l’École] ferme",
        "mere             | 0 Une [mère] appelle; 20 La [mère] et la [mère]",
        "mère école       | 0 Une [mère] appelle; 10 [l’École] ferme; 20 La [mère] et la [mère]",
        "\"appelle école\"| 0 Une mère [appelle]",
        "\"la mere\"      | 20 [La] [mère] et [la] [mère]",
        "appelle mère     | 0 Une [mère] [appelle]",
        "nuit             | ",
        "!                | "
      })
  void words_areMarkedInTheirCues(String typed, String found) throws IOException {
    assertThat(shown(Trim.NONE, typed, 3)).isEqualTo(found == null ? "" : found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "ΚΩΔΙΚΟΣ parole | el  | Ο <κωδικός> μας    | Ο <[κωδικός]> μας",
        "ecole mère     | fr  | Une mère, l’École  | Une [mère], [l’École]",
        "\"mère école\"  | fr  | École d’une mère   | École d’une mère",
        "STRASSE        | und | Die straße         | Die [straße]",
        "!              | fr  | Une mère!          | Une mère!"
      })
  void words_areMarkedInAText(String typed, String language, String text, String marked) {
    StringBuilder shown = new StringBuilder(text);
    List<Passage.Mark> marks = Passages.marks(Question.of(typed), language, text);
    for (int i = marks.size() - 1; i >= 0; i--) {
      shown.insert(marks.get(i).end(), ']').insert(marks.get(i).start(), '[');
    }
    assertThat(shown.toString()).isEqualTo(marked);
  }

  /** Else the first cues with a small word would be all that is shown. */
  @Test
  void cuesThatAddAWord_comeBeforeThoseThatSayOneAgain() throws IOException {
    assertThat(shown(Trim.NONE, "la fin mère", 2))
        .isEqualTo("20 [La] [mère] et [la] [mère]; 30 [Fin]");
  }

  @Test
  void cuesThatHoldMost_comeWhereThereIsRoomForFew() throws IOException {
    assertThat(shown(Trim.NONE, "mère appelle", 1)).isEqualTo("0 Une [mère] [appelle]");
  }

  @Test
  void times_areOfTheFilmThatIsShown() throws IOException {
    Trim part = new Trim(Duration.ofSeconds(15), Duration.ofSeconds(40));

    assertThat(shown(part, "mère", 3)).isEqualTo("5 La [mère] et la [mère]");
  }

  @Test
  void trackWhoseFileIsGone_hasNone() throws IOException {
    var track = SearchLibrary.track("a", "fr", new StoredFile("aa00", 1, true));

    assertThat(new Passages(library.library.storage()).of(track, Trim.NONE, Question.of("mère"), 3))
        .isEmpty();
  }

  private String shown(Trim part, String typed, int most) throws IOException {
    var webvtt =
        library.store("Une mère appelle", "l’<b>École</b> ferme", "La mère et la mère", "Fin");
    return new Passages(library.library.storage())
        .of(SearchLibrary.track("a", "fr", webvtt), part, Question.of(typed), most).stream()
            .map(passage -> passage.start().toSeconds() + " " + marked(passage))
            .collect(Collectors.joining("; "));
  }

  private static String marked(Passage passage) {
    StringBuilder text = new StringBuilder(passage.text());
    for (int i = passage.marks().size() - 1; i >= 0; i--) {
      text.insert(passage.marks().get(i).end(), "]").insert(passage.marks().get(i).start(), "[");
    }
    return text.toString();
  }
}
