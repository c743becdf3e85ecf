package org.capsula.pipeline.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.pipeline.catalog.TestCatalogue.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.capsula.pipeline.announcement.Announcement.Kind;
import org.capsula.pipeline.catalog.TestCatalogue;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.subtitles.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncerTest {
  private static final Instant END = NOON.plus(Duration.ofDays(30));

  @TempDir private Path folder;
  private TestCatalogue catalogue;
  private Announcer announcer;

  @BeforeEach
  void open() {
    catalogue = new TestCatalogue(folder);
    announcer = new Announcer(catalogue.database);
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  private void add(
      String id, Audience audience, Instant opens, @Nullable Instant closes, String... required) {
    catalogue.addDraft(id);
    catalogue.addEdition(id, "e", false);
    catalogue.release(id, audience, opens, closes, required);
  }

  private static Announcement said(String id, Kind kind, Instant due, Instant made) {
    return new Announcement(id, kind, due, made);
  }

  @ParameterizedTest
  @EnumSource(Audience.class)
  void release_isMadeKnownAtEachOfItsTimesOnce(Audience audience) {
    add("a", audience, NOON, END);
    Instant week = END.minus(Announcer.BEFORE);

    assertThat(announcer.ring(NOON.minusMillis(1))).isEmpty();
    assertThat(announcer.next(NOON.minusMillis(1))).contains(NOON);
    assertThat(announcer.ring(NOON)).containsExactly(said("a", Kind.OPENED, NOON, NOON));
    assertThat(announcer.ring(NOON)).isEmpty();
    assertThat(announcer.next(NOON)).contains(week);
    assertThat(announcer.ring(week.minusMillis(1))).isEmpty();
    assertThat(announcer.ring(week)).containsExactly(said("a", Kind.CLOSING, END, week));
    assertThat(announcer.next(week)).contains(END);
    assertThat(announcer.ring(END.minusMillis(1))).isEmpty();
    assertThat(announcer.ring(END)).containsExactly(said("a", Kind.CLOSED, END, END));
    assertThat(announcer.ring(END.plusSeconds(99))).isEmpty();
    assertThat(announcer.next(END)).isEmpty();
    assertThat(deeds("a")).containsExactly("closed", "closing", "opened");
  }

  /** The clock was down at the instant, or went an hour or a day too far, or back. */
  @ParameterizedTest
  @ValueSource(longs = {1, 3_600, 86_400})
  void clockThatWasDown_catchesUpOnce(long seconds) {
    add("a", Audience.PUBLIC, NOON, END);
    Instant late = NOON.plusSeconds(seconds);

    assertThat(announcer.ring(late)).containsExactly(said("a", Kind.OPENED, NOON, late));
    assertThat(announcer.ring(NOON.minusSeconds(seconds))).as("the clock went back").isEmpty();
    assertThat(announcer.ring(NOON)).isEmpty();
    assertThat(announcer.ring(late.plusSeconds(seconds))).isEmpty();
    assertThat(announcer.ring(END.plusSeconds(seconds)))
        .containsExactly(said("a", Kind.CLOSED, END, END.plusSeconds(seconds)));
  }

  @Test
  void requiredLanguageThatIsMissing_isSaidAndThenThatItOpened() {
    add("a", Audience.PUBLIC, NOON, END, "el");

    assertThat(announcer.ring(NOON)).containsExactly(said("a", Kind.HINDERED, NOON, NOON));
    assertThat(announcer.ring(NOON.plusSeconds(60))).isEmpty();
    catalogue.addTrack("a", "el", Role.SUBTITLES);
    Instant then = NOON.plusSeconds(120);

    assertThat(announcer.ring(then)).containsExactly(said("a", Kind.OPENED, NOON, then));
    assertThat(announcer.ring(then.plusSeconds(60))).isEmpty();
    assertThat(deeds("a")).containsExactly("opened", "hindered");
  }

  @Test
  void filmThatIsStillMade_isWaitedForAndThenSaidToHaveOpened() {
    addQueued("a");
    catalogue.release("a", Audience.PUBLIC, NOON, null);

    assertThat(announcer.ring(NOON)).containsExactly(said("a", Kind.WAITING, NOON, NOON));
    assertThat(announcer.ring(NOON.plusSeconds(60))).isEmpty();
    catalogue.addEdition("a", "e", false);
    Instant then = NOON.plusSeconds(120);

    assertThat(announcer.ring(then)).containsExactly(said("a", Kind.OPENED, NOON, then));
    assertThat(deeds("a")).containsExactly("opened", "waiting");
  }

  @Test
  void filmThatIsThereAndLacksALanguage_isHinderedOnceItIsMade() {
    addQueued("a");
    catalogue.release("a", Audience.PUBLIC, NOON, null, "el");
    announcer.ring(NOON);
    catalogue.addEdition("a", "e", false);
    Instant then = NOON.plusSeconds(120);

    assertThat(announcer.ring(then)).containsExactly(said("a", Kind.HINDERED, NOON, then));
  }

  /** As when its footage was refused: waiting would not help. */
  @Test
  void filmThatNobodyMakes_isHindered() {
    catalogue.addDraft("a");
    catalogue.release("a", Audience.PUBLIC, NOON, null);

    assertThat(announcer.ring(NOON)).containsExactly(said("a", Kind.HINDERED, NOON, NOON));
  }

  private void addQueued(String id) {
    catalogue.addDraft(id);
    catalogue.database.useTransaction(
        session -> new ProductionStore(session).queue("p-" + id, id, NOON));
  }

  @Test
  void otherTimes_areMadeKnownAgain() {
    add("a", Audience.PUBLIC, NOON, null);
    announcer.ring(NOON);
    Instant again = NOON.plusSeconds(3600);
    catalogue.release("a", Audience.PUBLIC, again, null);

    assertThat(announcer.ring(again)).containsExactly(said("a", Kind.OPENED, again, again));
  }

  @Test
  void closedBeforeItOpened_isSaidToNobody() {
    add("a", Audience.PUBLIC, NOON.plusSeconds(60), NOON);

    assertThat(announcer.ring(NOON.plusSeconds(99))).isEmpty();
  }

  @Test
  void clocksOfManyMachinesAtATime_sayItOnce() throws Exception {
    for (int n = 0; n < 20; n++) {
      add("c" + n, Audience.PUBLIC, NOON, null);
    }
    ExecutorService machines = Executors.newFixedThreadPool(8);
    List<Announcement> said = new ArrayList<>();
    try {
      Callable<List<Announcement>> ring = () -> new Announcer(catalogue.database).ring(NOON);
      for (Future<List<Announcement>> each : machines.invokeAll(Collections.nCopies(8, ring))) {
        said.addAll(each.get());
      }
    } finally {
      machines.shutdownNow();
    }

    assertThat(said).hasSize(20).doesNotHaveDuplicates();
    assertThat(deeds("c7")).containsExactly("opened");
  }

  private List<String> deeds(String id) {
    return catalogue
        .database
        .<List<AuditStore.Entry>>look(session -> new AuditStore(session).of(id, 10))
        .stream()
        .map(AuditStore.Entry::deed)
        .toList();
  }

  @Test
  void audit_tellsWhoDecidedWhat() {
    add("a", Audience.PUBLIC, NOON, null);
    catalogue.database.useTransaction(
        session -> new AuditStore(session).add("a", null, "closed", Map.of("why", "“x”"), NOON));

    assertThat(
            catalogue.database.<List<AuditStore.Entry>>look(
                session -> new AuditStore(session).of("a", 10)))
        .containsExactly(new AuditStore.Entry(NOON, null, "closed", "{\"why\":\"“x”\"}"));
  }
}
