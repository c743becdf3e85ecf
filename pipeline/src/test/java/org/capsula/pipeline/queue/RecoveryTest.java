package org.capsula.pipeline.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.pipeline.queue.Workshop.QUICK;
import static org.capsula.pipeline.queue.Workshop.SHORT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.capsula.pipeline.database.TestDatabase;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.production.ProductionStore.Lease;
import org.capsula.pipeline.production.ProductionStore.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the next start makes of what a killed program left. */
class RecoveryTest {
  /** Whoever waited for heartbeats to be missed would wait for minutes. */
  private static final QueueSettings SLOW_HEART =
      new QueueSettings(1, QUICK.poll(), Duration.ofMinutes(10), QUICK.lease(), 3, QUICK.pause());

  @TempDir Path folder;

  @Test
  void production_takenByAKilledProgram_runsAtOnce() throws Exception {
    try (Workshop workshop = new Workshop(folder, SLOW_HEART)) {
      String id = workshop.add(SHORT);
      workshop.sql("UPDATE production SET state = 'running', attempts = 1, token = 1");
      workshop.sql(
          "UPDATE scheduled_tasks SET picked = true, picked_by = 'gone',"
              + " last_heartbeat = CURRENT_TIMESTAMP");

      workshop.startAgain(SLOW_HEART);
      Production end = workshop.awaitEnd(id);
      assertThat(end.state()).isEqualTo(State.DONE);
      assertThat(end.attempts()).isEqualTo(2);
    }
  }

  @Test
  void production_withoutATask_getsOne() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String id = workshop.add(SHORT);
      workshop.sql("DELETE FROM scheduled_tasks");

      workshop.startAgain(QUICK);
      assertThat(workshop.awaitEnd(id).state()).isEqualTo(State.DONE);
    }
  }

  @Test
  void production_thatEndsTheProgramEachTime_isGivenUp() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String id = workshop.add(SHORT);
      workshop.sql(
          "UPDATE production SET state = 'running', attempts = 8, reason_code = 'decoder-hung',"
              + " reason = 'once'");

      workshop.startAgain(QUICK);
      Production end = workshop.awaitEnd(id);
      assertThat(end.state()).isEqualTo(State.FAILED);
      assertThat(end.reasonCode()).isEqualTo("gave-up");
    }
  }

  @Test
  void edition_thatNobodyNames_isRemovedAtTheNextStart() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String id = workshop.add(SHORT);
      workshop.queue.start();
      String kept = String.valueOf(workshop.awaitEnd(id).editionId());
      Path orphan = Files.createDirectory(workshop.library.storage().edition("late"));
      Files.writeString(orphan.resolve("video.mp4"), "of an attempt that was too late");

      workshop.startAgain(QUICK);
      assertThat(workshop.editions()).containsExactly(kept);
      assertThat(workshop.work()).isEmpty();
    }
  }

  /** Killed between taking the edition in and recording it. */
  @Test
  void edition_thatAProductionWillFindAgain_isKeptAndRecordedWithoutADecoder() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String id = workshop.add(SHORT);
      workshop.queue.start();
      String made = String.valueOf(workshop.awaitEnd(id).editionId());
      workshop.queue.close();
      workshop.sql("UPDATE capsule SET edition_id = NULL");
      workshop.sql("DELETE FROM edition");
      workshop.sql("UPDATE production SET state = 'running', edition_id = NULL");
      Path poster = workshop.library.storage().edition(made).resolve("poster.jpg");
      Object before = Files.readAttributes(poster, "unix:ino").get("ino");

      workshop.startAgain(QUICK);
      assertThat(workshop.awaitEnd(id).editionId()).isEqualTo(made);
      assertThat(Files.readAttributes(poster, "unix:ino")).containsEntry("ino", before);
    }
  }

  @Test
  void noteThatCannotBeRead_isAsGoodAsNone() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String id = workshop.add(SHORT);
      workshop.queue.start();
      workshop.awaitEnd(id);
      try (Stream<Path> notes = Files.list(folder.resolve("library/recipes"))) {
        Files.writeString(notes.findFirst().orElseThrow(), "{\"id\":");
      }
      workshop.sql("UPDATE production SET state = 'queued', edition_id = NULL");

      workshop.startAgain(QUICK);
      assertThat(workshop.awaitEnd(id).state()).isEqualTo(State.DONE);
    }
  }

  @Test
  void leavings_ofAKilledProgram_areGoneWhenTheLibraryIsOpen() throws Exception {
    Path library = folder.resolve("library");
    TestDatabase.library(library).close();
    Path work = Files.createDirectories(library.resolve("work/.capsula-1/content"));
    Files.writeString(work.resolve("video.mp4"), "half");
    Files.createDirectory(library.resolve("work/.capsula-not-even-locked"));
    Files.writeString(library.resolve("incoming/half"), "half");

    try (Library open = TestDatabase.library(library)) {
      assertThat(open.storage().work()).isEmptyDirectory();
      assertThat(library.resolve("incoming")).isEmptyDirectory();
    }
  }

  @Test
  void attempt_thatAnotherHasFollowed_writesNothing() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String id = workshop.add(SHORT);
      Instant now = Instant.EPOCH;
      workshop
          .library
          .database()
          .useTransaction(
              session -> {
                ProductionStore store = new ProductionStore(session);
                Lease stale = new Lease(id, store.begin(id, now).orElseThrow());
                Lease newer = new Lease(id, store.begin(id, now).orElseThrow());
                assertThat(store.progress(stale, "transcoding", 50)).isFalse();
                assertThat(store.finish(stale, "edition", now)).isFalse();
                assertThat(store.handBack(stale)).isFalse();
                assertThat(store.giveUp(stale, State.FAILED, new Reason("c", "s", true), now))
                    .isFalse();
                assertThat(store.find(id).orElseThrow().state()).isEqualTo(State.RUNNING);
                assertThat(store.progress(newer, "transcoding", 50)).isTrue();
              });
    }
  }
}
