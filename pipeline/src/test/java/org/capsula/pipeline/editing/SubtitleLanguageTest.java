package org.capsula.pipeline.editing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.editing.RefusedEditException.Reason;
import org.capsula.pipeline.editing.SubtitleEdits.TrackChange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that say neither in their name nor otherwise which language they are in. */
class SubtitleLanguageTest {
  private static final String ROMANIAN = "Şi eu vreau să ştiu această parolă, vă rog. Aţi uitat-o?";

  @TempDir Path folder;
  private Desk desk;
  private String id;

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder);
    id = desk.addDraft();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Track add(String text, @Nullable String charset) throws Exception {
    byte[] file =
        ("1\n00:00:01,000 --> 00:00:02,000\n" + text + "\n")
            .getBytes(Charset.forName(charset == null ? "UTF-8" : charset));
    return desk.subtitles.add(
        id, new NewSubtitles("Film.srt", null, null, charset, file), /* mayReplace= */ false);
  }

  @Test
  void language_thatIsNotTold_hasToBeChosen() {
    assertThatThrownBy(() -> add("Günaydın, size nasıl yardımcı olabilirim?", null))
        .hasMessage("Film.srt: its words do not tell its language; choose the language.")
        .isInstanceOfSatisfying(
            RefusedEditException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_LANGUAGE));
    assertThat(desk.tracks(id)).isEmpty();
  }

  @Test
  void neighbour_isNotTakenForOneOfOurs() throws Exception {
    assertThat(add("Non lo so. Il modulo è per la scuola, ma non ho la password.", null).language())
        .isEqualTo("it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-2"})
  void languageThatIsTold_isReadAsOneThatWasSaid(String charset) throws Exception {
    Track track = add(ROMANIAN, charset);

    assertThat(track.language()).isEqualTo("ro");
    assertThat(desk.webVtt(track)).contains("Și eu vreau să știu").contains("Ați uitat-o");
    assertThat(track.findings()).contains("cedilla-replaced");
    // Nobody has corrected it: it is read again without a question.
    Track again =
        desk.subtitles.change(
            id, track.id(), new TrackChange(null, null, charset, track.webvttSha256(), false));
    assertThat(again.webvttSha256()).isEqualTo(track.webvttSha256());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-2022-CN", "x-JISAutoDetect"})
  void encodingThatOnlyReads_isRefused(String charset) {
    NewSubtitles file =
        new NewSubtitles("film.en.srt", null, null, charset, ROMANIAN.getBytes(UTF_8));

    assertThatThrownBy(() -> desk.subtitles.add(id, file, false))
        .isInstanceOfSatisfying(
            RefusedEditException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID));
  }
}
