package org.capsula.pipeline.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.delivery.Outcome.State;
import org.capsula.pipeline.intake.CueCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImporterTest {
  @TempDir private Path folder;
  private Intake intake;

  @BeforeEach
  void open() throws IOException {
    intake = new Intake(folder);
  }

  @AfterEach
  void close() {
    intake.close();
  }

  private List<Track> tracks(Outcome outcome) {
    return intake.look(session -> new TrackStore(session).of(requireNonNull(outcome.capsuleId())));
  }

  private String title(String language) {
    return intake.value("SELECT title FROM capsule_text WHERE language = '" + language + "'");
  }

  @Test
  void newFilm_becomesADraftCapsuleWithAProduction() throws IOException {
    intake.film("L'école à Mons.mp4", "a");

    Outcome outcome = intake.take();

    assertThat(outcome.state()).isEqualTo(State.ADDED);
    assertThat(outcome.slug()).isEqualTo("l-ecole-a-mons");
    assertThat(outcome.productionId()).isNotNull();
    assertThat(outcome.sentences()).isEmpty();
    assertThat(title("und")).isEqualTo("L'école à Mons");
    assertThat(intake.value("SELECT 1 FROM release")).isEqualTo("nothing");
  }

  @Test
  void sameFolderAgain_changesNothingAndWaitsForTheSameProduction() throws IOException {
    intake.film("film.mp4", "a");
    intake.put("film.fr.srt", Intake.SRT);
    intake.put("film.notes.txt", "Notes for the teacher.");
    intake.put("film.yaml", "title: Accueil");
    Outcome first = intake.take();
    Map<String, Long> stored = intake.stored();

    Outcome second = intake.take();

    assertThat(second.state()).isEqualTo(State.KNOWN);
    assertThat(second.productionId()).isEqualTo(first.productionId()).isNotNull();
    assertThat(second.sentences()).singleElement().asString().contains("in the library already");
    assertThat(intake.stored()).isEqualTo(stored).hasSize(5);
    assertThat(intake.value("SELECT count(*) FROM production")).isEqualTo("1");
  }

  @Test
  void sameBytesUnderAnotherName_areSaidAndStoredOnce() throws IOException {
    intake.film("film.mp4", "a");
    intake.take();
    Map<String, Long> stored = intake.stored();
    intake.film("twin.mp4", "a");
    intake.put("twin.fr.srt", Intake.SRT);

    Outcome twin = intake.takeAll().get(1);

    assertThat(twin.state()).isEqualTo(State.KNOWN);
    assertThat(twin.sentences()).singleElement().asString().contains("same bytes as film.mp4");
    assertThat(intake.stored()).isEqualTo(stored);
  }

  @Test
  void sidecarAddedLater_isAddedToTheSameCapsule() throws IOException {
    intake.film("film.mp4", "a");
    Outcome first = intake.take();
    intake.put("film.fr.srt", Intake.SRT);

    Outcome second = intake.take();

    assertThat(second.state()).isEqualTo(State.UPDATED);
    assertThat(second.capsuleId()).isEqualTo(first.capsuleId());
    assertThat(tracks(second)).extracting(Track::name).containsExactly("fr");
  }

  @Test
  void correctedSubtitles_replaceTheOldOnes() throws IOException {
    intake.film("film.mp4", "a");
    intake.put("film.fr.srt", Intake.SRT);
    Track before = tracks(intake.take()).get(0);
    intake.put("film.fr.srt", Intake.SRT.replace("Bonjour", "Bonsoir"));

    Outcome outcome = intake.take();

    assertThat(outcome.state()).isEqualTo(State.UPDATED);
    Track after = tracks(outcome).get(0);
    assertThat(after.webvttSha256()).isNotEqualTo(before.webvttSha256());
    assertThat(intake.library.storage().file(after.webvttSha256())).content().contains("Bonsoir");
    assertThat(intake.value("SELECT count(*) FROM production")).isEqualTo("1");
  }

  @Test
  void changedSheet_isAppliedAndABrokenOneTakesNothingAway() throws IOException {
    intake.film("film.mp4", "a");
    intake.put("film.yaml", "title: Avant");
    intake.take();
    intake.put("film.yaml", "title: Après");
    assertThat(intake.take().state()).isEqualTo(State.UPDATED);
    intake.put("film.yaml", "title: \"Après");

    Outcome broken = intake.take();

    assertThat(broken.leftOut()).isEqualTo(1);
    assertThat(broken.sentences()).singleElement().asString().contains("film.yaml: line ");
    assertThat(title("und")).isEqualTo("Après");
    Files.delete(intake.in.resolve("film.yaml"));
    assertThat(intake.take().state()).isEqualTo(State.KNOWN);
    assertThat(title("und")).isEqualTo("Après");
  }

  @Test
  void greekSubtitlesInWindows1253_areReadRight() throws IOException {
    intake.film("film.mp4", "a");
    String greek = "Καλημέρα, τι κάνετε; Η μητέρα δεν μπορεί να συνδεθεί στην πλατφόρμα.";
    byte[] bytes = Intake.SRT.replace("Bonjour", greek).getBytes(Charset.forName("windows-1253"));
    intake.put("film.gre.srt", bytes);

    Track track = tracks(intake.take()).get(0);

    assertThat(track.language()).isEqualTo("el");
    assertThat(track.charset()).isEqualTo("windows-1253");
    assertThat(intake.library.storage().file(track.webvttSha256())).content().contains(greek);
  }

  @Test
  void unreadableSubtitles_costOnlyThemselves() throws IOException {
    intake.film("film.mp4", "a");
    intake.put("film.el.srt", new byte[] {1, 2, 3, 0, 5});
    intake.put("film.ro.srt", new byte[SubtitleStorage.LARGEST + 1]);
    intake.put("film.fr.srt", Intake.SRT);

    Outcome outcome = intake.take();

    assertThat(outcome.state()).isEqualTo(State.ADDED);
    assertThat(outcome.leftOut()).isEqualTo(2);
    assertThat(outcome.sentences())
        .anyMatch(s -> s.startsWith("film.el.srt: cannot be read and is left out"))
        .anyMatch(s -> s.startsWith("film.ro.srt: is larger than 20 MB"));
    assertThat(tracks(outcome)).extracting(Track::name).containsExactly("fr");
  }

  @Test
  void subtitlesWithFarTooManyCues_costOnlyThemselves() throws IOException {
    intake.film("film.mp4", "a");
    String cue = "00:00:01.000 --> 00:00:09.000\nx\n\n";
    intake.put("film.el.vtt", "WEBVTT\n\n" + cue.repeat(CueCount.MOST + 1));
    intake.put("film.fr.srt", Intake.SRT);

    Outcome outcome = intake.take();

    assertThat(outcome.leftOut()).isEqualTo(1);
    assertThat(outcome.sentences())
        .anyMatch(s -> s.startsWith("film.el.vtt: is left out: it has 20001 cues"));
    assertThat(tracks(outcome)).extracting(Track::name).containsExactly("fr");
  }

  @Test
  void sidecarsThatVanish_costOnlyThemselves() throws IOException {
    intake.film("film.mp4", "a");
    List<Path> gone =
        List.of(
            intake.put("film.fr.srt", Intake.SRT),
            intake.put("film.yaml", "title: a"),
            intake.put("film.guide.txt", "text"));
    Delivery delivery = DeliveryScan.of(intake.in).deliveries().get(0);
    for (Path file : gone) {
      Files.delete(file);
    }

    Outcome outcome = intake.importer.take(delivery, true);

    assertThat(outcome.state()).isEqualTo(State.ADDED);
    assertThat(outcome.leftOut()).isEqualTo(3);
    assertThat(outcome.sentences()).allMatch(s -> s.contains("was taken away"));
    assertThat(intake.value("SELECT 1 FROM release")).isEqualTo("nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "Μητέρα στο σχολείο, mitera-sto-scholeio",
    "???, capsule",
    "Ça va?, ca-va",
    "Größe, grosse"
  })
  void slug_ofAnyName_isReadable(String stem, String slug) throws IOException {
    intake.film(stem + ".mp4", "a");

    assertThat(intake.take().slug()).isEqualTo(slug);
  }

  @Test
  void filmsOfOneName_getSlugsOfTheirOwn() throws IOException {
    intake.film("a/film.mp4", "a");
    intake.film("b/film.mp4", "b");
    intake.film("c/Film!.mp4", "c");

    List<Outcome> outcomes = intake.takeAll();

    assertThat(outcomes).extracting(Outcome::slug).containsExactly("film", "film-2", "film-3");
    assertThat(outcomes.get(1).sentences()).singleElement().asString().contains("another film");
    assertThat(Slug.of("𐌰".repeat(300))).isEqualTo("capsule");
    assertThat(Slug.of("ψ".repeat(300))).hasSize(60);
  }

  @ParameterizedTest
  @CsvSource({"'', the file is empty", "no film at all, by its content it is no film"})
  void whatIsNoFilm_isRefused(String content, String words) throws IOException {
    intake.put("film.mp4", content);

    Outcome outcome = intake.take();

    assertThat(outcome.state()).isEqualTo(State.REFUSED);
    assertThat(outcome.capsuleId()).isNull();
    assertThat(outcome.sentences()).singleElement().asString().contains(words).endsWith(".");
    assertThat(intake.stored()).isEmpty();
  }
}
