package org.capsula.pipeline.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.pipeline.queue.Workshop.LONG;
import static org.capsula.pipeline.queue.Workshop.QUICK;
import static org.capsula.pipeline.queue.Workshop.SHORT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs when, on the real scheduler, database and decoder. */
class QueueTest {
  @TempDir Path folder;

  @Test
  void shortFilm_queuedAfterALongOne_isMadeFirst() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String longOne = workshop.add(LONG);
      String shortOne = workshop.add(SHORT);
      workshop.queue.start();

      workshop.awaitEnd(shortOne);
      Production second = workshop.await(longOne, p -> p.state() == State.RUNNING);
      assertThat(second.startedAt()).isAfterOrEqualTo(workshop.find(shortOne).endedAt());
    }
  }

  @Test
  void shortFilm_queuedWhileLongOnesWait_isTheNext() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String running = workshop.add(LONG);
      workshop.queue.start();
      workshop.awaitProgress(running);
      List<String> waiting = List.of(workshop.add(LONG), workshop.add(LONG));
      Thread.sleep(5 * QUICK.poll().toMillis());
      String shortOne = workshop.add(SHORT);
      // A look of the scheduler later it has forgotten what it meant to take next.
      Thread.sleep(5 * QUICK.poll().toMillis());

      workshop.queue.cancel(running);
      workshop.await(shortOne, p -> p.state() != State.QUEUED);
      assertThat(waiting).allMatch(id -> workshop.find(id).attempts() == 0);
    }
  }

  /** What it takes and cannot run yet, no other worker can run. */
  @Test
  void queue_takesNoMoreThanItRuns_whateverTheTablesStatistics() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String running = workshop.add(LONG);
      // Of a single row, as after a quiet night.
      workshop
          .library
          .database()
          .useTransaction(s -> s.handle().execute("ANALYZE scheduled_tasks"));
      workshop.add(LONG);
      workshop.add(LONG);
      workshop.queue.start();

      workshop.awaitProgress(running);
      assertThat(taken(workshop)).containsExactly(running);
    }
  }

  private static List<String> taken(Workshop workshop) {
    return workshop
        .library
        .database()
        .look(
            s ->
                s.handle()
                    .createQuery("SELECT task_instance FROM scheduled_tasks WHERE picked")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void productions_byDefault_runOneAtATime() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      for (int i = 0; i < 3; i++) {
        workshop.add(SHORT);
      }
      workshop.queue.start();

      int most = 0;
      while (!workshop.queue.isIdle()) {
        most = Math.max(most, (int) underWay(workshop, State.RUNNING));
        Thread.sleep(2);
      }
      assertThat(most).isEqualTo(1);
    }
  }

  @Test
  void productions_twoAtOnce_runSideBySide() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK.withAtOnce(2))) {
      for (int i = 0; i < 3; i++) {
        workshop.add(LONG);
      }
      workshop.queue.start();

      while (underWay(workshop, State.RUNNING) < 2) {
        Thread.sleep(2);
      }
      Thread.sleep(5 * QUICK.poll().toMillis());
      assertThat(underWay(workshop, State.RUNNING)).isEqualTo(2);
      assertThat(underWay(workshop, State.QUEUED)).isEqualTo(1);
    }
  }

  private static long underWay(Workshop workshop, State state) {
    return workshop.library.database().look(s -> new ProductionStore(s).underWay()).stream()
        .filter(production -> production.state() == state)
        .count();
  }

  @Test
  void percent_withinAnAttempt_neverFalls() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String id = workshop.add("media/vfr-360p.mp4");
      workshop.queue.start();

      List<Production> seen = new ArrayList<>();
      Production end = workshop.await(id, p -> p.state().isEnd(), seen);
      assertThat(end.state()).isEqualTo(State.DONE);
      assertThat(seen).extracting(Production::percent).isSorted().hasSizeGreaterThan(5);
    }
  }

  @Test
  void cancel_ofAQueuedOne_meansItNeverBegins() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String id = workshop.add(SHORT);

      assertThat(workshop.queue.cancel(id)).contains(State.CANCELLED);
      assertThat(workshop.queue.cancel(id)).as("again").contains(State.CANCELLED);
      assertThat(workshop.queue.cancel("no such")).isEqualTo(Optional.empty());
      assertThat(workshop.tasks()).isEmpty();
      workshop.queue.start();
      workshop.awaitEnd(workshop.add(SHORT));
      assertThat(workshop.find(id).attempts()).isZero();
    }
  }

  @Test
  void cancel_ofARunningOne_endsItsDecoderAndLeavesNothing() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String id = workshop.add(LONG);
      workshop.queue.start();
      workshop.awaitProgress(id);
      ProcessHandle decoder = workshop.awaitDecoder();

      assertThat(workshop.queue.cancel(id)).contains(State.RUNNING);
      assertThat(workshop.awaitEnd(id).state()).isEqualTo(State.CANCELLED);
      assertThat(decoder.isAlive()).isFalse();
      assertThat(workshop.work()).isEmpty();
      assertThat(workshop.editions()).isEmpty();
      assertThat(workshop.queue.cancel(id)).as("again").contains(State.CANCELLED);
    }
  }

  /** The program's decoders would outlive the close of its library otherwise. */
  @Test
  void close_whileOneRuns_handsItBackUncountedInItsPlace() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String first = workshop.add(LONG);
      String second = workshop.add(LONG);
      List<String> tasks = workshop.tasks();
      workshop.queue.start();
      workshop.awaitProgress(first);
      ProcessHandle decoder = workshop.awaitDecoder();

      workshop.queue.close();
      assertThat(decoder.isAlive()).isFalse();
      for (String id : List.of(first, second)) {
        Production production = workshop.find(id);
        assertThat(production.state()).isEqualTo(State.QUEUED);
        assertThat(production.attempts()).isZero();
        assertThat(production.percent()).isZero();
        assertThat(production.reason()).isNull();
      }
      assertThat(workshop.tasks()).isEqualTo(tasks);
      assertThat(workshop.work()).isEmpty();

      workshop.startAgain(QUICK);
      assertThat(workshop.awaitProgress(first).attempts()).isEqualTo(1);
    }
  }
}
