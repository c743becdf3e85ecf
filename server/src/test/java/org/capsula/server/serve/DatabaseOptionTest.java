package org.capsula.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.capsula.server.produce.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of {@code --database} before there is one. */
class DatabaseOptionTest {
  private static final int USAGE = 2;
  private static final int MACHINE = 3;

  @TempDir private Path folder;

  private Program run(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--library", folder.resolve("library").toString()));
    return Program.run(all.toArray(String[]::new));
  }

  @Test
  void worker_onADatabaseInTheFolder_isToldTheWayOut() throws Exception {
    Program program = run("worker");

    assertThat(program.status()).isEqualTo(USAGE);
    assertThat(program.err())
        .containsExactly(
            "A worker needs the PostgreSQL database that it shares with the server: give"
                + " --database. Where the database is in the library's folder, one program uses it;"
                + " “serve --productions N” works on several films there.");
    assertThat(folder).as("nothing is made").isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({"backup --to=copy, pg_dump", "restore copy, pg_restore"})
  void copyOfWhatIsInPostgreSql_isLeftToItsOwnProgram(String command, String program)
      throws Exception {
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    words.add("--database=jdbc:postgresql://127.0.0.1:1/capsula");

    Program refused = run(words.toArray(String[]::new));

    assertThat(refused.status()).isEqualTo(USAGE);
    assertThat(refused.err().get(0)).contains(program, "files, editions and database-id");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "capsula", "jdbc:sqlite:capsula.db", "jdbc:postgresql://h:none/hush"})
  void addressThatIsNone_isWrongUse_andIsNotRepeated(String address) throws Exception {
    Program program = run("worker", "--database=" + address);

    assertThat(program.status()).isEqualTo(USAGE);
    assertThat(program.err().get(0))
        .contains("--database")
        .endsWith("give one like jdbc:postgresql://localhost/capsula")
        .doesNotContain("hush");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"worker", "serve"})
  void databaseThatDoesNotAnswer_isTheMachinesFault(String command) throws Exception {
    Program program = run(command, "--database", "jdbc:postgresql://127.0.0.1:1/capsula");

    assertThat(program.status()).isEqualTo(MACHINE);
    assertThat(program.err())
        .containsExactly(
            "The database “capsula” at 127.0.0.1:1 cannot be reached; see whether it runs there and"
                + " lets this machine in.");
  }
}
