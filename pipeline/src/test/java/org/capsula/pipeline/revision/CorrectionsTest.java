package org.capsula.pipeline.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.catalog.TestCatalogue;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsTest {
  private static final String SOURCE =
      """
      WEBVTT

      STYLE
      ::cue(b) { color: yellow }

      REGION
      id:left
      width:40%

      NOTE who says what

      intro
      00:00:01.000 --> 00:00:03.000 line:0 align:start
      <v Άννα>Τι <b>τρέχει</b>;

      00:00:04.000 --> 00:00:06.000 region:left
      Δεν ανοίγι
      """;

  private TestCatalogue catalogue;
  private Storage storage;
  private Corrections corrections;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    catalogue = new TestCatalogue(folder);
    storage = Storage.in(folder);
    corrections =
        new Corrections(
            catalogue.database, storage, Clock.fixed(TestCatalogue.NOON, ZoneOffset.UTC));
    catalogue.addOpen("one");
    catalogue.database.useTransaction(
        session -> {
          AccountStore accounts = new AccountStore(session);
          accounts.insert(account("ana", "Άννα"));
          accounts.insert(account("bob", "Bob"));
        });
    deliver(SOURCE);
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  private static Account account(String id, String name) {
    return new Account(
        id, id, name, org.capsula.pipeline.account.Role.MEDIA, false, true, TestCatalogue.NOON);
  }

  @Test
  void correction_isShownAtOnceAndTheOldOneStays() throws IOException {
    CueSheet sheet = corrections.open("el").orElseThrow();

    Saving saving = corrections.save(sheet, corrected(sheet, "Δεν ανοίγει"), "ana");

    Revision made = ((Saving.Saved) saving).revision();
    assertThat(made.number()).isEqualTo(2);
    assertThat(made.madeByName()).isEqualTo("Άννα");
    Track shown = track();
    assertThat(shown.webvttSha256()).isEqualTo(made.webvttSha256());
    assertThat(Files.readString(storage.file(shown.webvttSha256())))
        .contains("Δεν ανοίγει\n")
        .hasSize((int) shown.webvttBytes() - greekLetters(shown));
    assertThat(storage.file(sheet.revision().webvttSha256())).exists();
    assertThat(corrections.revisions("el")).extracting(Revision::number).containsExactly(2, 1);
  }

  @Test
  void correction_keepsStylesRegionsSettingsVoicesAndIdentifiers() throws IOException {
    CueSheet sheet = corrections.open("el").orElseThrow();

    corrections.save(sheet, corrected(sheet, "Δεν ανοίγει"), "ana");

    assertThat(Files.readString(storage.file(track().webvttSha256())))
        .contains("STYLE\n::cue(b) { color: yellow }\n")
        .contains("REGION\nid:left\nwidth:40%\n")
        .contains("intro\n00:00:01.000 --> 00:00:03.000 line:0 align:start\n")
        .contains("<v Άννα>Τι <b>τρέχει</b>;\n")
        .contains("00:00:04.000 --> 00:00:06.000 region:left\nΔεν ανοίγει\n");
  }

  @Test
  void correction_takesItsFindingsAlong() throws IOException {
    CueSheet sheet = corrections.open("el").orElseThrow();
    List<Cue> cues = new ArrayList<>(sheet.content().cues());
    cues.set(1, cues.get(1).withText(" "));

    corrections.save(sheet, cues, "ana");

    assertThat(track().findings()).contains("\"cue-without-text\"").contains("\"cue\":2");
    assertThat(track().cues()).isEqualTo(2);
  }

  @Test
  void correction_queuesNoProductionAndTouchesNoEdition() throws IOException {
    CueSheet sheet = corrections.open("el").orElseThrow();

    corrections.save(sheet, corrected(sheet, "Δεν ανοίγει"), "ana");

    assertThat(
            catalogue.database.<List<?>>look(
                session -> new ProductionStore(session).ofCapsule("one")))
        .isEmpty();
    Viewing viewing =
        catalogue.viewing(store -> store.byId("one", TestCatalogue.NOON)).orElseThrow();
    assertThat(viewing.editionId()).isEqualTo("onee");
  }

  @Test
  void secondOfTwo_isToldOfTheFirstAndLosesNothing() throws IOException {
    CueSheet both = corrections.open("el").orElseThrow();
    corrections.save(both, corrected(both, "Δεν ανοίγει"), "ana");

    Saving saving = corrections.save(both, corrected(both, "Δεν ανοίγει!"), "bob");

    assertThat(saving).isInstanceOf(Saving.Overtaken.class);
    assertThat(((Saving.Overtaken) saving).newest().madeByName()).isEqualTo("Άννα");
    assertThat(Files.readString(storage.file(track().webvttSha256()))).contains("Δεν ανοίγει\n");
  }

  @Test
  void manyAtOnce_haveOneWinnerEachTime() throws Exception {
    int people = 8;
    ExecutorService pool = Executors.newFixedThreadPool(people);
    try {
      for (int round = 1; round <= 5; round++) {
        CueSheet same = corrections.open("el").orElseThrow();
        CyclicBarrier start = new CyclicBarrier(people);
        List<Callable<Saving>> tries = new ArrayList<>();
        for (int person = 0; person < people; person++) {
          String text = "γύρος " + round + ", " + person;
          tries.add(
              () -> {
                start.await();
                return corrections.save(same, corrected(same, text), "ana");
              });
        }
        List<Saving> savings = new ArrayList<>();
        for (Future<Saving> saving : pool.invokeAll(tries)) {
          savings.add(saving.get());
        }
        assertThat(savings).filteredOn(Saving.Saved.class::isInstance).hasSize(1);
        assertThat(savings).filteredOn(Saving.Overtaken.class::isInstance).hasSize(people - 1);
        assertThat(corrections.revisions("el")).hasSize(round + 1);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void nothingChanged_makesNoRevision() throws IOException {
    CueSheet sheet = corrections.open("el").orElseThrow();
    corrections.save(sheet, corrected(sheet, "Δεν ανοίγει"), "ana");
    CueSheet again = corrections.open("el").orElseThrow();

    Saving saving = corrections.save(again, again.content().cues(), "bob");

    assertThat(((Saving.Saved) saving).revision().number()).isEqualTo(2);
    assertThat(corrections.revisions("el")).hasSize(2);
  }

  @Test
  void olderRevision_comesBackAsANewOne() throws IOException {
    CueSheet sheet = corrections.open("el").orElseThrow();
    corrections.save(sheet, corrected(sheet, "Δεν ανοίγει"), "ana");

    Saving saving = corrections.restore("el", 2, 1, "bob");

    Revision made = ((Saving.Saved) saving).revision();
    assertThat(made.number()).isEqualTo(3);
    assertThat(made.madeByName()).isEqualTo("Bob");
    assertThat(track().webvttSha256()).isEqualTo(sheet.revision().webvttSha256());
    assertThat(corrections.restore("el", 2, 1, "bob")).isInstanceOf(Saving.Overtaken.class);
    assertThat(corrections.restore("el", 3, 7, "bob")).isInstanceOf(Saving.Gone.class);
  }

  @Test
  void anotherFile_isTheNextRevision() throws IOException {
    CueSheet sheet = corrections.open("el").orElseThrow();
    corrections.save(sheet, corrected(sheet, "Δεν ανοίγει"), "ana");

    deliver(SOURCE.replace("ανοίγι", "άνοιξε"));

    assertThat(corrections.revisions("el"))
        .extracting(Revision::madeBy)
        .containsExactly(null, "ana", null);
    CueSheet now = corrections.open("el").orElseThrow();
    assertThat(now.revision().number()).isEqualTo(3);
    assertThat(now.content().cues().get(1).text()).isEqualTo("Δεν άνοιξε");
    assertThat(corrections.save(sheet, corrected(sheet, "x"), "ana"))
        .isInstanceOf(Saving.Overtaken.class);
  }

  @Test
  void accountThatIsGone_leavesItsRevisions() throws IOException {
    CueSheet sheet = corrections.open("el").orElseThrow();
    corrections.save(sheet, corrected(sheet, "Δεν ανοίγει"), "ana");

    catalogue.database.useTransaction(
        session -> session.handle().execute("DELETE FROM account WHERE id = 'ana'"));

    assertThat(corrections.revisions("el")).extracting(Revision::madeByName).containsOnlyNulls();
    assertThat(corrections.revisions("el")).hasSize(2);
  }

  @Test
  void limits_areThoseOfTheFilm() throws IOException {
    CueSheet sheet = corrections.open("el").orElseThrow();

    assertThat(sheet.limits().film()).isEqualTo(Duration.ofSeconds(90));
    assertThat(sheet.limits().speed()).isEqualTo(17);
    assertThat(sheet.filmStart()).isZero();
  }

  @Test
  void timesOfATrimmedFilm_areThoseOfItsFootage() throws IOException {
    catalogue.database.useTransaction(
        session ->
            new CapsuleStore(session)
                .showEdition("one", "onee", new Trim(Duration.ofSeconds(5), null)));

    CueSheet sheet = corrections.open("el").orElseThrow();

    assertThat(sheet.filmStart()).isEqualTo(Duration.ofSeconds(5));
    assertThat(sheet.limits().film()).isEqualTo(Duration.ofSeconds(95));
    assertThat(sheet.content().cues().get(0).start()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void trackOfADeletedCapsule_isGone() throws IOException {
    catalogue.database.useTransaction(
        session -> session.handle().execute("UPDATE capsule SET deleted_at = 1 WHERE id = 'one'"));

    assertThat(corrections.open("el")).isEmpty();
  }

  @Test
  void trackThatIsNotThere_isSaidToBeGone() throws IOException {
    assertThat(corrections.open("xx")).isEmpty();
    assertThat(corrections.revisions("xx")).isEmpty();
    assertThat(corrections.restore("xx", 1, 1, "ana")).isInstanceOf(Saving.Gone.class);
  }

  private static List<Cue> corrected(CueSheet sheet, String second) {
    List<Cue> cues = new ArrayList<>(sheet.content().cues());
    cues.set(1, cues.get(1).withText(second));
    return cues;
  }

  private int greekLetters(Track shown) throws IOException {
    String text = Files.readString(storage.file(shown.webvttSha256()));
    return (int) text.chars().filter(c -> c > 127).count();
  }

  private Track track() {
    return catalogue.database.look(session -> new TrackStore(session).byId("el")).orElseThrow();
  }

  private void deliver(String webvtt) throws IOException {
    StoredFile file = storage.store(webvtt);
    Track track =
        new Track(
            "el",
            "one",
            "el",
            Role.SUBTITLES,
            file.sha256(),
            "film.el.vtt",
            "webvtt",
            "UTF-8",
            file.sha256(),
            file.bytes(),
            2,
            "[]",
            TestCatalogue.NOON);
    catalogue.database.useTransaction(
        session -> {
          new StoredFileStore(session).save(file, TestCatalogue.NOON);
          new TrackStore(session).save(track);
        });
  }
}
