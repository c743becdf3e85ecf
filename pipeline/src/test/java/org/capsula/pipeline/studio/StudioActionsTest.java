package org.capsula.pipeline.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.pipeline.studio.TestStudio.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.editorial.RemovedFile;
import org.capsula.pipeline.catalog.editorial.RemovedFileStore;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore.Lease;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioActionsTest {
  @TempDir private Path folder;
  private TestStudio studio;

  @BeforeEach
  void open() {
    studio = new TestStudio(folder);
    studio.add("a", 100);
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private State production() {
    return studio.production("a").state();
  }

  @Test
  void retry_queuesWhatFailedAndDoesNothingTwice() {
    studio.fail(studio.begin(studio.queue("a", 100)), "machine-failure");
    studio.pass(Duration.ofMinutes(1));

    StudioActions.Retried once = studio.actions.retry("a");
    StudioActions.Retried twice = studio.actions.retry("a");

    assertThat(once.status()).isEqualTo(Status.DONE);
    assertThat(twice).isEqualTo(new StudioActions.Retried(Status.ALREADY, once.productionId()));
    assertThat(production()).isEqualTo(State.QUEUED);
    assertThat(studio.outlook("a").place()).isEqualTo(1);
  }

  @Test
  void retryByManyAtOnce_isOneProduction() throws Exception {
    studio.fail(studio.begin(studio.queue("a", 100)), "machine-failure");
    studio.pass(Duration.ofMillis(1));
    long before = studio.count("production");

    List<StudioActions.Retried> all = atOnce(8, () -> studio.actions.retry("a"));

    assertThat(studio.count("production")).isEqualTo(before + 1);
    assertThat(all)
        .extracting(StudioActions.Retried::productionId)
        .containsOnly(studio.production("a").id());
    assertThat(all).filteredOn(each -> each.status() == Status.DONE).hasSize(1);
  }

  private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Future<T>> futures =
          threads.invokeAll(Stream.generate(() -> work).limit(times).toList());
      return futures.stream().map(StudioActionsTest::got).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T got(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void retryOfWhatIsDone_isRefused() {
    studio.finish(studio.begin(studio.queue("a", 100)), "a");

    assertThat(studio.actions.retry("a").status()).isEqualTo(Status.NOT_NOW);
    assertThat(studio.actions.retry("nowhere").status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void cancelOfWhatWaits_takesItFromTheQueue() {
    studio.queue("a", 100);

    assertThat(studio.actions.cancel("a")).isEqualTo(Status.DONE);
    assertThat(studio.actions.cancel("a")).isEqualTo(Status.ALREADY);
    assertThat(production()).isEqualTo(State.CANCELLED);
    assertThat(studio.count("scheduled_tasks")).isZero();
  }

  @Test
  void cancelWhileFinishing_whoeverIsFirstWins() {
    Lease lease = studio.begin(studio.queue("a", 100));
    assertThat(studio.actions.cancel("a")).isEqualTo(Status.DONE);

    // It had its result already, and no more steps at which to notice.
    assertThat(studio.finish(lease, "a")).isTrue();

    assertThat(production()).isEqualTo(State.DONE);
    assertThat(studio.actions.cancel("a")).isEqualTo(Status.NOT_NOW);
  }

  @Test
  void cancelWhileRunning_isNoticedAtTheNextStepAndMayBeRetriedAtOnce() {
    Lease lease = studio.begin(studio.queue("a", 100));
    studio.actions.cancel("a");

    studio.pass(Duration.ofMillis(1));
    StudioActions.Retried retried = studio.actions.retry("a");

    assertThat(studio.progress(lease, 50)).isFalse();
    assertThat(retried.status()).isEqualTo(Status.DONE);
    assertThat(studio.production("a").id()).isEqualTo(retried.productionId());
  }

  @Test
  void heldFilm_isShownWhenSomebodyHasLookedAtIt() {
    studio.catalogue.addEdition("a", "h", true);
    studio.catalogue.release("a", Audience.PUBLIC, NOON.minusSeconds(1), null);
    assertThat(studio.catalogue.isSeen("a", NOON)).isFalse();

    assertThat(studio.actions.releaseHeld("a", "somebody")).isEqualTo(Status.DONE);

    assertThat(studio.catalogue.isSeen("a", NOON)).isTrue();
    assertThat(studio.find("a").state()).isEqualTo(StudioState.OPEN);
    assertThat(look()).isEqualTo("ah somebody " + NOON.toEpochMilli());
    studio.pass(Duration.ofHours(1));
    assertThat(studio.actions.releaseHeld("a", "another")).isEqualTo(Status.ALREADY);
    assertThat(look()).contains("somebody");
  }

  @Test
  void heldDraft_staysADraftWhenItIsReleased() {
    studio.catalogue.addEdition("a", "h", true);
    studio.actions.releaseHeld("a", "somebody");

    assertThat(studio.catalogue.isSeen("a", NOON)).isFalse();
    assertThat(studio.find("a").state()).isEqualTo(StudioState.DRAFT);
  }

  private String look() {
    return studio.write(
        session ->
            session
                .handle()
                .createQuery(
                    "SELECT edition_id || ' ' || account_id || ' ' || looked_at FROM edition_look")
                .mapTo(String.class)
                .one());
  }

  @Test
  void deletion_hidesStopsAndIsTakenBack() {
    studio.catalogue.addEdition("a", "e", false);
    studio.catalogue.release("a", Audience.PUBLIC, NOON.minusSeconds(1), null);
    Lease lease = studio.begin(studio.queue("a", 100));

    assertThat(studio.actions.delete("a")).isEqualTo(Status.DONE);

    assertThat(studio.catalogue.isSeen("a", NOON)).isFalse();
    assertThat(studio.progress(lease, 50)).isFalse();
    assertThat(studio.actions.delete("a")).isEqualTo(Status.ALREADY);
    assertThat(studio.actions.retry("a").status()).isEqualTo(Status.UNKNOWN);
    assertThat(studio.actions.cancel("a")).isEqualTo(Status.UNKNOWN);
    assertThat(studio.actions.releaseHeld("a", "x")).isEqualTo(Status.UNKNOWN);
    assertThat(studio.actions.restore("a")).isEqualTo(Status.DONE);
    assertThat(studio.catalogue.isSeen("a", NOON)).isTrue();
    assertThat(studio.actions.restore("a")).isEqualTo(Status.ALREADY);
  }

  @Test
  void restored_isProducedAgainWhereTheDeletionHadStoppedIt() {
    studio.queue("a", 100);
    studio.actions.delete("a");
    assertThat(production()).isEqualTo(State.CANCELLED);
    studio.pass(Duration.ofDays(1));

    studio.actions.restore("a");

    assertThat(production()).isEqualTo(State.QUEUED);
  }

  @Test
  void restored_staysCancelledWhereSomebodyHadCancelledIt() {
    studio.queue("a", 100);
    studio.actions.cancel("a");
    studio.pass(Duration.ofDays(1));
    studio.actions.delete("a");
    studio.actions.restore("a");

    assertThat(production()).isEqualTo(State.CANCELLED);
  }

  @Test
  void purge_takesWhatWasDeletedLongAgoAndNothingElse() {
    studio.add("b", 100);
    studio.add("c", 100);
    studio.queue("a", 100);
    studio.catalogue.addEdition("a", "e", false);
    studio.catalogue.title("a", "fr", "Titre");
    studio.actions.delete("a");
    studio.pass(Duration.ofDays(29));
    studio.actions.delete("b");
    Purge purge = new Purge(studio.library.database());

    assertThat(purge.purge(studio.now())).isZero();
    studio.pass(Duration.ofDays(1));
    assertThat(purge.purge(studio.now())).isEqualTo(1);

    assertThat(studio.list.find("a")).isEmpty();
    assertThat(studio.actions.restore("a")).isEqualTo(Status.UNKNOWN);
    assertThat(studio.count("capsule_text")).isZero();
    assertThat(studio.count("production")).isZero();
    assertThat(studio.find("b").state()).isEqualTo(StudioState.DELETED);
    assertThat(studio.find("c").state()).isEqualTo(StudioState.DRAFT);
    assertThat(purge.purge(studio.now())).isZero();
  }

  @Test
  void purge_takesFilesThatWereRemovedLongAgo() {
    remove("old");
    studio.pass(Duration.ofDays(20));
    remove("young");
    studio.pass(Duration.ofDays(10));

    assertThat(new Purge(studio.library.database()).purge(studio.now())).isZero();

    assertThat(studio.<List<RemovedFile>>write(session -> new RemovedFileStore(session).of("a")))
        .extracting(RemovedFile::id)
        .containsExactly("young");
  }

  private void remove(String id) {
    RemovedFile file =
        new RemovedFile(id, "a", RemovedFile.Kind.DOCUMENT, "f-a", null, null, "{}", studio.now());
    studio.write(
        session -> {
          new RemovedFileStore(session).insert(file);
          return true;
        });
  }

  @Test
  void purge_waitsForWhoeverIsStillAtWork() {
    Lease lease = studio.begin(studio.queue("a", 100));
    studio.actions.delete("a");
    studio.pass(Duration.ofDays(31));
    Purge purge = new Purge(studio.library.database());

    assertThat(purge.purge(studio.now())).isZero();
    studio.fail(lease, "cancelled");
    assertThat(purge.purge(studio.now())).isEqualTo(1);
  }

  @Test
  void purge_leavesASituationThatAnotherCapsuleShows() {
    studio.add("b", 100);
    studio.write(
        session -> {
          session.handle().execute("INSERT INTO situation (id, created_at) VALUES ('s', 0)");
          session.handle().execute("INSERT INTO situation (id, created_at) VALUES ('t', 0)");
          session.handle().execute("UPDATE capsule SET situation_id = 's'");
          return true;
        });
    studio.actions.delete("a");
    studio.pass(Duration.ofDays(31));
    new Purge(studio.library.database()).purge(studio.now());
    assertThat(studio.count("situation")).isEqualTo(2);

    studio.actions.delete("b");
    studio.pass(Duration.ofDays(31));
    new Purge(studio.library.database()).purge(studio.now());
    // The other was nobody's before: that is not ours to judge.
    assertThat(studio.count("situation")).isEqualTo(1);
  }
}
