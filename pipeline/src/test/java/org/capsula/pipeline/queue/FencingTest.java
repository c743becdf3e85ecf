package org.capsula.pipeline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.database.TestDatabase;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs on one library, as on a disk whose locks do not work, or on PostgreSQL. */
class FencingTest {
  @TempDir Path folder;

  @Test
  void worker_frozenWhileAnotherTakesItsProduction_changesNothingWhenItGoesOn() throws Exception {
    Path library = folder.resolve("library");
    String id;
    try (Workshop workshop = new Workshop(folder, Workshop.QUICK)) {
      id = workshop.add("media/vfr-360p.mp4");
    }
    Process late = worker(library);
    // Else the second would be told that the library is in use.
    Files.delete(library.resolve("lock"));
    Process other = worker(library);
    try {
      tell(late);
      awaitState(library, "state = 'running' AND percent > 3");
      ProcessHandle decoder = late.children().findFirst().orElseThrow();
      freezeOutsideATransaction(late, decoder, library);
      tell(other);
      awaitState(library, "attempts = 2 AND state = 'done'");
      List<Path> stored = files(library.resolve("editions"));

      Workshop.signal(decoder, "CONT");
      Workshop.signal(late.toHandle(), "CONT");
      decoder.onExit().get();
      end(late);
      end(other);

      assertThat(files(library.resolve("editions"))).isEqualTo(stored);
      try (Workshop workshop = new Workshop(folder, Workshop.QUICK)) {
        workshop.queue.releaseAbandoned();
        Production production = workshop.find(id);
        assertThat(production.state()).isEqualTo(State.DONE);
        assertThat(production.attempts()).isEqualTo(2);
        assertThat(workshop.editions()).containsExactly(production.editionId());
        assertThat(workshop.tasks()).isEmpty();
        assertThat(workshop.work()).isEmpty();
      }
    } finally {
      late.destroyForcibly();
      other.destroyForcibly();
    }
  }

  private Process worker(Path library) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
    command.add(library.toString());
    if (TestDatabase.isPostgreSql()) {
      command.add(TestDatabase.url(library));
    }
    Process process =
        new ProcessBuilder(command)
            .redirectError(Files.createTempFile(folder, "worker", ".log").toFile())
            .start();
    assertThat(process.inputReader().readLine()).isEqualTo("open");
    return process;
  }

  private static void tell(Process worker) throws IOException {
    BufferedWriter commands = worker.outputWriter();
    commands.newLine();
    commands.flush();
  }

  private static void end(Process worker) throws IOException, InterruptedException {
    tell(worker);
    assertThat(worker.waitFor()).isZero();
  }

  /** A process that is frozen in the middle of one holds everybody up, whoever has the lease. */
  private static void freezeOutsideATransaction(Process worker, ProcessHandle decoder, Path library)
      throws Exception {
    Workshop.signal(worker.toHandle(), "STOP");
    while (!isFree(library)) {
      Workshop.signal(worker.toHandle(), "CONT");
      Workshop.signal(worker.toHandle(), "STOP");
    }
    Workshop.signal(decoder, "STOP");
  }

  private static boolean isFree(Path library) throws SQLException {
    if (TestDatabase.isPostgreSql()) {
      // It ends the transaction of one that is frozen, after a while.
      return true;
    }
    try (Connection connection = connect(library);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 100");
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("ROLLBACK");
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private static void awaitState(Path library, String condition)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + 120_000_000_000L;
    try (Connection connection = connect(library);
        Statement statement = connection.createStatement()) {
      while (!statement.executeQuery("SELECT 1 FROM production WHERE " + condition).next()) {
        assertThat(System.nanoTime()).as("never " + condition).isLessThan(end);
        Thread.sleep(10);
      }
    }
  }

  private static Connection connect(Path library) throws SQLException {
    return DriverManager.getConnection(TestDatabase.url(library));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var found = Files.walk(folder)) {
      return found.sorted().toList();
    }
  }
}
