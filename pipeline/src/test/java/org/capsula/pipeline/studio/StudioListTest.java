package org.capsula.pipeline.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.pipeline.studio.TestStudio.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.production.ProductionStore.Lease;
import org.capsula.subtitles.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioListTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;
  private TestStudio studio;

  @BeforeEach
  void open() {
    studio = new TestStudio(folder);
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private void made(String id) {
    studio.add(id, 100);
    studio.finish(studio.begin(studio.queue(id, 100)), id);
  }

  @Test
  void everyState_isToldAndFound() {
    studio.add("queued", 100);
    studio.queue("queued", 100);
    studio.add("running", 100);
    studio.begin(studio.queue("running", 100));
    studio.add("failed", 100);
    studio.fail(studio.begin(studio.queue("failed", 100)), "not-footage");
    studio.add("cancelled", 100);
    studio.queue("cancelled", 100);
    studio.actions.cancel("cancelled");
    made("held");
    studio.catalogue.addEdition("held", "h", true);
    made("draft");
    made("waiting");
    studio.catalogue.release("waiting", Audience.PUBLIC, NOON.plus(HOUR), null);
    made("lacking");
    studio.catalogue.release("lacking", Audience.PUBLIC, NOON.minus(HOUR), null, "el");
    made("open");
    studio.catalogue.release("open", Audience.PUBLIC, NOON.minus(HOUR), NOON.plus(HOUR));
    made("closed");
    studio.catalogue.release("closed", Audience.PUBLIC, NOON.minus(HOUR), NOON);
    made("deleted");
    studio.actions.delete("deleted");

    for (StudioState state : StudioState.values()) {
      assertThat(studio.find(state.word()).state()).as(state.word()).isEqualTo(state);
    }
    assertThat(studio.find("lacking").state()).isEqualTo(StudioState.WAITING);
    assertThat(studio.find("lacking").missingLanguages()).containsExactly("el");
    assertThat(studio.ids(Show.ALL)).hasSize(10).doesNotContain("deleted");
    assertThat(studio.ids(Show.WORKING)).containsExactlyInAnyOrder("queued", "running");
    assertThat(studio.ids(Show.FAILED)).containsExactly("failed");
    assertThat(studio.ids(Show.HELD)).containsExactly("held");
    assertThat(studio.ids(Show.DRAFT)).containsExactly("draft");
    assertThat(studio.ids(Show.WAITING)).containsExactlyInAnyOrder("waiting", "lacking");
    assertThat(studio.ids(Show.OPEN)).containsExactly("open");
    assertThat(studio.ids(Show.CLOSED)).containsExactly("closed");
    assertThat(studio.ids(Show.DELETED)).containsExactly("deleted");
  }

  @Test
  void languageThatWasMissing_opensItWhenItIsThere() {
    made("a");
    studio.catalogue.release("a", Audience.PUBLIC, NOON.minus(HOUR), null, "el");
    studio.catalogue.addTrack("a", "el", Role.CHAPTERS);
    assertThat(studio.find("a").state()).isEqualTo(StudioState.WAITING);

    studio.catalogue.addTrack("a", "el", Role.CAPTIONS);

    assertThat(studio.find("a").state()).isEqualTo(StudioState.OPEN);
    assertThat(studio.find("a").languages()).containsExactly("el");
    assertThat(studio.find("a").missingLanguages()).isEmpty();
  }

  @Test
  void newProductionOfAFinishedCapsule_leavesItsStateAlone() {
    made("a");
    studio.catalogue.release("a", Audience.PUBLIC, NOON.minus(HOUR), null);
    studio.pass(HOUR);
    studio.fail(studio.begin(studio.queue("a", 100)), "machine-failure");

    StudioItem item = studio.find("a");
    assertThat(item.state()).isEqualTo(StudioState.OPEN);
    assertThat(studio.production("a").reasonCode()).isEqualTo("machine-failure");
    assertThat(studio.ids(Show.FAILED)).containsExactly("a");
  }

  @Test
  void pages_holdEachCapsuleOnceWhateverComesInMeanwhile() {
    for (int i = 0; i < 10; i++) {
      studio.add("c" + i, 1);
      if (i % 3 == 0) {
        // Some came in the same millisecond: then their ids decide.
        studio.pass(Duration.ofMillis(1));
      }
    }
    List<String> seen = new ArrayList<>();
    StudioPlace place = null;
    do {
      StudioList.Page page = studio.list.page(StudioFilter.ALL, place, 3);
      page.items().forEach(item -> seen.add(item.capsule().id()));
      place = page.next() == null ? null : StudioPlace.of(page.next().word()).orElseThrow();
      studio.pass(HOUR);
      studio.add("late" + seen.size(), 1);
    } while (place != null);

    assertThat(seen).hasSize(10).doesNotHaveDuplicates().noneMatch(id -> id.startsWith("late"));
    assertThat(seen.get(0)).isEqualTo("c9");
  }

  @Test
  void deletedOnes_standInTheOrderOfTheirDeletion() {
    for (String id : List.of("a", "b", "c")) {
      studio.add(id, 1);
    }
    for (String id : List.of("b", "c", "a")) {
      studio.pass(HOUR);
      studio.actions.delete(id);
    }
    StudioFilter deleted = new StudioFilter(Show.DELETED, null);
    StudioList.Page first = studio.list.page(deleted, null, 2);
    StudioList.Page second = studio.list.page(deleted, first.next(), 2);

    assertThat(first.items()).extracting(item -> item.capsule().id()).containsExactly("a", "c");
    assertThat(second.items()).extracting(item -> item.capsule().id()).containsExactly("b");
  }

  @Test
  void words_areFoundWithoutAccentsAndCaseInAnyLanguage() {
    studio.add("a", 1);
    studio.catalogue.title("a", "el", "Η αίτηση στο σχολείο");
    studio.add("b", 1);
    studio.catalogue.title("b", "fr", "100 % école_x");

    assertThat(found("ΑΙΤΗΣΗ")).containsExactly("a");
    assertThat(found("ecole_")).containsExactly("b");
    assertThat(found("100 %")).containsExactly("b");
    assertThat(found("%")).containsExactly("b");
    assertThat(found("nothing")).isEmpty();
  }

  private List<String> found(String words) {
    return studio.list.page(new StudioFilter(Show.ALL, words), null, 10).items().stream()
        .map(item -> item.capsule().id())
        .toList();
  }

  @Test
  void findings_areThoseOfTheFilmAndOfItsTracksTheWorstFirst() {
    made("a");
    studio.catalogue.store("s", "v");
    Track plain = track("note", "{\"severity\":\"note\",\"code\":\"cue-empty\",\"message\":\"m\"}");
    Track worse =
        track(
            "error", "{\"severity\":\"error\",\"code\":\"no-cues\",\"message\":\"m\",\"line\":3}");
    studio.write(
        session -> {
          new TrackStore(session).save(plain);
          new TrackStore(session).save(worse);
          session
              .handle()
              .execute(
                  "UPDATE edition SET report = ? WHERE id = 'ae'",
                  "{\"findings\":[{\"severity\":\"warning\",\"code\":\"silent\",\"message\":\"m\"}]}");
          return true;
        });

    StudioItem item = studio.find("a");
    assertThat(item.findings())
        .extracting(each -> each.finding().code())
        .containsExactly("no-cues", "silent", "cue-empty");
    assertThat(item.findings().get(0).language()).isEqualTo("el");
    assertThat(item.findings().get(0).role()).isEqualTo(Role.CAPTIONS);
    assertThat(item.findings().get(1).trackId()).isNull();
    assertThat(item.count("error")).isEqualTo(1);
    assertThat(item.count("note")).isEqualTo(1);
  }

  private static Track track(String severity, String finding) {
    Track any =
        org.capsula.pipeline.catalog.TestCatalogue.track(
            "a", "el", severity.equals("note") ? Role.SUBTITLES : Role.CAPTIONS);
    return new Track(
        any.id(),
        "a",
        "el",
        any.role(),
        "s",
        "film.srt",
        "srt",
        "UTF-8",
        "v",
        1,
        1,
        "[" + finding + "]",
        NOON);
  }

  @Test
  void reportOfAnotherVersion_takesNothingButItsFindings() {
    made("a");
    studio.write(
        session -> session.handle().execute("UPDATE edition SET report = '{\"unheard\":1}' "));

    assertThat(studio.find("a").findings()).isEmpty();
  }

  @Test
  void queue_isToldInTheOrderInWhichItWillBeWorkedOff() {
    for (String id : List.of("long", "short", "first")) {
      studio.add(id, id.equals("long") ? 900_000_000L : 1_000_000L);
    }
    studio.begin(studio.queue("first", 1_000_000));
    studio.queue("long", 900_000_000);
    studio.queue("short", 1_000_000);

    assertThat(studio.outlook("first").place()).isNull();
    assertThat(studio.outlook("short").place()).isEqualTo(1);
    assertThat(studio.outlook("long").place()).isEqualTo(2);
    assertThat(studio.list.pulse().underWay()).hasSize(3);
  }

  @Test
  void revision_changesWithWhatPeopleSeeAndNotWithProgress() {
    studio.add("a", 100);
    Lease lease = studio.begin(studio.queue("a", 100));
    List<String> revisions = new ArrayList<>(List.of(studio.list.pulse().revision()));
    studio.progress(lease, 50);
    assertThat(studio.list.pulse().revision()).isEqualTo(revisions.get(0));

    for (Runnable change :
        List.<Runnable>of(
            () -> studio.finish(lease, "a"),
            () -> studio.catalogue.addEdition("a", "h", true),
            () -> studio.actions.releaseHeld("a", "somebody"),
            () -> studio.catalogue.release("a", Audience.PUBLIC, NOON, null),
            () -> studio.catalogue.addTrack("a", "el", Role.SUBTITLES),
            () -> execute("UPDATE track SET webvtt_sha256 = source_sha256"),
            () -> execute("UPDATE track SET language = 'fr'"),
            () -> execute("UPDATE track SET role = 'captions'"),
            () -> execute("INSERT INTO required_language VALUES ('a', 'ro', 'draft')"),
            () ->
                execute(
                    "INSERT INTO capsule_poster (capsule_id, sha256, bytes)"
                        + " VALUES ('a', 'f-a', 1)"),
            () -> execute("UPDATE capsule_poster SET sha256 = (SELECT webvtt_sha256 FROM track)"),
            () ->
                studio.catalogue.release(
                    "a", Audience.PUBLIC, NOON.plus(HOUR), NOON.plus(HOUR.multipliedBy(2))),
            // Its opening passes, then its closing.
            () -> studio.pass(HOUR),
            () -> studio.pass(HOUR),
            () -> studio.add("b", 100),
            () -> studio.actions.delete("a"))) {
      change.run();
      revisions.add(studio.list.pulse().revision());
    }

    assertThat(revisions).doesNotHaveDuplicates();
  }

  private void execute(String sql) {
    assertThat(studio.<Integer>write(session -> session.handle().execute(sql)))
        .as(sql)
        .isPositive();
  }

  @Test
  void timeLeft_isUnknownUntilSomethingTellsIt() {
    studio.add("a", 1_000_000);
    String production = studio.queue("a", 1_000_000);
    assertThat(studio.outlook("a").left()).isNull();
    Lease lease = studio.begin(production);
    studio.pass(Duration.ofSeconds(2));
    studio.progress(lease, 3);
    assertThat(studio.outlook("a").left()).isNull();

    studio.pass(Duration.ofSeconds(8));
    studio.progress(lease, 25);

    assertThat(studio.outlook("a").left()).isEqualTo(Duration.ofSeconds(30));
    assertThat(studio.list.production(production).orElseThrow().outlook())
        .isEqualTo(new Outlook(null, Duration.ofSeconds(30)));
    studio.finish(lease, "a");
    assertThat(studio.find("a").outlook()).isNull();
  }

  @Test
  void timeLeftOfWaitingOnes_isThatOfAllBeforeThemAndTheirOwn() {
    studio.add("done", 10_000_000);
    Lease before = studio.begin(studio.queue("done", 10_000_000));
    studio.pass(Duration.ofSeconds(20));
    studio.finish(before, "done");
    studio.add("a", 5_000_000);
    studio.add("b", 50_000_000);
    studio.queue("a", 5_000_000);
    studio.queue("b", 50_000_000);

    assertThat(studio.outlook("a")).isEqualTo(new Outlook(1, Duration.ofSeconds(10)));
    assertThat(studio.outlook("b")).isEqualTo(new Outlook(2, Duration.ofSeconds(110)));
  }
}
