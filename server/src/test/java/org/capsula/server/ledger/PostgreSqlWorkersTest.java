package org.capsula.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.capsula.server.SharedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two workers and a server on PostgreSQL: one is killed in the middle of a production, or frozen,
 * or the database goes away. {@code bench/workers.sh} runs more rounds than fit here.
 */
class PostgreSqlWorkersTest {
  private static final int ROUNDS = Integer.getInteger("workers.rounds", 1);
  private static final Duration OUTAGE = Duration.ofSeconds(Long.getLong("workers.outage", 5));

  /** By which somebody else must have begun. */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private Machines machines;

  @BeforeEach
  void start() throws Exception {
    machines = new Machines(folder, SharedData.path("media/vfr-360p.mp4"));
  }

  @AfterEach
  void close() throws Exception {
    machines.close();
  }

  @Test
  void worker_killedInTheMiddleOfAProduction_isFollowedByAnother() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      Capsula imports = machines.importFilms();
      Capsula victim = machines.busyWorker();
      Instant killed = Clock.systemUTC().instant();
      victim.kill();
      machines.workers.remove(victim);
      Machines.awaitImported(imports);
      machines.awaitAllMade();

      List<String> again =
          machines.library.rows(
              "SELECT started_at FROM production WHERE attempts = 2 AND started_at > "
                  + killed.toEpochMilli());
      assertThat(again).as("productions that were taken over").hasSize(1);
      Duration gap = Duration.between(killed, Instant.ofEpochMilli(Long.parseLong(again.get(0))));
      System.out.printf(
          "workers killed %2d  taken over after %4.1f s%n", round, gap.toMillis() / 1000.0);
      assertThat(gap).isLessThanOrEqualTo(TAKEN_OVER);
      assertThat(machines.faults()).isEmpty();
      machines.startWorker();
    }
  }

  @Test
  void worker_frozenPastItsLease_changesNothingWhenItGoesOn() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      Capsula imports = machines.importFilms();
      Capsula frozen = machines.busyWorker();
      List<ProcessHandle> decoders = frozen.decoders();
      Machines.signal("STOP", frozen, decoders);
      Machines.awaitImported(imports);
      machines.awaitAllMade();
      List<String> before = state();

      Machines.signal("CONT", frozen, decoders);
      for (ProcessHandle decoder : decoders) {
        decoder.onExit().get();
      }
      assertThat(frozen.isAlive()).as("frozen: %s", frozen.said()).isTrue();
      machines.await("its leavings to go", () -> isEmpty("work"));

      assertThat(state()).isEqualTo(before);
      assertThat(machines.faults()).isEmpty();
      System.out.printf("workers frozen %2d  nothing changed%n", round);
    }
  }

  @Test
  void database_thatIsAwayForAWhile_isWaitedFor() throws Exception {
    Machines.awaitImported(machines.importFilms());
    machines.busyWorker();
    machines.database.stop();
    // Not to wait for something: this is how long it is away.
    Thread.sleep(OUTAGE.toMillis());
    machines.database.startAgain();
    Instant back = Clock.systemUTC().instant();

    machines.awaitAllMade();
    System.out.printf(
        "workers outage of %s, all made %.1f s after it%n",
        OUTAGE, Duration.between(back, Clock.systemUTC().instant()).toMillis() / 1000.0);
    assertThat(machines.workers).allMatch(Capsula::isAlive);
    assertThat(machines.faults()).isEmpty();
    // And all of them go on.
    Machines.awaitImported(machines.importFilms());
    machines.awaitAllMade();
  }

  @Test
  void server_besideAnother_isSentToTheWorkerCommand() throws Exception {
    try (Capsula second = machines.startServer()) {
      assertThat(second.awaitEnd()).isEqualTo(3);
      assertThat(second.said().toString())
          .contains("A server runs on the library " + machines.library.path() + " already");
    }
  }

  @Test
  void newerProgram_besideThem_leavesTheirTablesAlone() throws Exception {
    // As if they had been started before its last step was written.
    List<String> step =
        machines.library.rows(
            """
            DELETE FROM flyway_schema_history WHERE installed_rank =
              (SELECT MAX(installed_rank) FROM flyway_schema_history) RETURNING version
            """);
    assertThat(step).hasSize(1);

    try (Capsula newer = Capsula.start(machines.command("user", "list"))) {
      assertThat(newer.awaitEnd()).isEqualTo(2);
      assertThat(newer.said().toString())
          .contains("was made by an older Capsula; end the programs that work on it");
    }
    assertThat(
            machines.library.rows(
                "SELECT version FROM flyway_schema_history WHERE version = '%s'"
                    .formatted(step.get(0))))
        .isEmpty();
  }

  private boolean isEmpty(String name) throws Exception {
    try (var left = Files.list(machines.library.path().resolve(name))) {
      return left.findAny().isEmpty();
    }
  }

  /** All that attempts write, and the files that they make. */
  private List<String> state() throws Exception {
    List<String> state =
        new ArrayList<>(
            machines.library.rows(
                "SELECT id, state, attempts, token, edition_id, ended_at FROM production ORDER BY id"));
    state.addAll(machines.library.rows("SELECT id, edition_id FROM capsule ORDER BY id"));
    state.addAll(machines.library.files("editions"));
    return state;
  }
}
