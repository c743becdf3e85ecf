package org.capsula.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Libraries of other ages. {@code db/later} is a step that this program does not know yet: with it
 * today's library is an old one, and what it made is of a newer program.
 */
class SchemaTest {
  private static final String NOW = "classpath:db/migration";
  private static final String LATER = "classpath:db/later";
  private static final String FAILING = "classpath:db/failing";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void setUp() {
    file = folder.resolve("capsula.db");
  }

  @Test
  void newDatabase_needsNoCopy() throws IOException {
    Schema.open(Engine.sqlite(file)).close();
    Schema.open(Engine.sqlite(file)).close();

    assertThat(copies()).isEmpty();
  }

  @Test
  void olderDatabase_isCopiedAsideAndBroughtUpToDate() throws IOException {
    fill(NOW);
    try (Database database = Schema.open(Engine.sqlite(file), NOW, LATER)) {
      assertThat(hashes(database)).containsExactly("kept");
      database.look(
          s -> s.handle().createQuery("SELECT of_a_later_version FROM capsule").mapToMap().list());
    }

    assertThat(copies()).hasSize(1);
    Path copy = copies().get(0);
    assertThat(copy.getFileName().toString()).isEqualTo(copyName());
    Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
    try (Database old = Schema.open(Engine.sqlite(file))) {
      assertThat(hashes(old)).as("the copy, by the program that made it").containsExactly("kept");
    }
  }

  @Test
  void olderDatabase_withACopyOfAKilledStart_isCopiedAgain() throws IOException {
    fill(NOW);
    Files.writeString(folder.resolve(copyName()), "half a copy");

    Schema.open(Engine.sqlite(file), NOW, LATER).close();

    assertThat(copies().get(0)).exists();
    assertThat(Files.size(copies().get(0))).isGreaterThan(1_000);
  }

  @Test
  void stepThatFailsHalfWay_leavesTheDatabaseAsItWas() throws IOException {
    fill(NOW);

    assertThatThrownBy(() -> Schema.open(Engine.sqlite(file), NOW, FAILING))
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith(file + " could not be brought up to date")
        .hasMessageContaining(copyName());

    try (Database database = Schema.open(Engine.sqlite(file))) {
      assertThat(hashes(database)).containsExactly("kept");
    }
  }

  @Test
  void newerDatabase_isRefusedAndLeftAsItIs() throws IOException {
    fill(NOW, LATER);
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> Schema.open(Engine.sqlite(file)))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            file
                + " was made by a newer Capsula (step 999 of its schema is unknown here); start it"
                + " with that version, or choose another --library.");

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(copies()).isEmpty();
  }

  @Test
  void otherFileUnderTheName_isRefusedAndLeftAsItIs() throws IOException {
    Files.writeString(file, "What somebody saved here by mistake.\n".repeat(100));
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> Schema.open(Engine.sqlite(file)))
        .isInstanceOf(DatabaseException.class)
        .hasMessage(
            file
                + " is damaged, or no database of Capsula's; put a backup in its place, or choose"
                + " another --library.");

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void databaseOfAnotherProgram_isRefusedAndLeftAsItIs() throws IOException {
    try (var connection = Engine.sqlite(file).unpooled().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE someone_elses (id TEXT)");
    } catch (java.sql.SQLException e) {
      throw new IOException(e);
    }

    assertThatThrownBy(() -> Schema.open(Engine.sqlite(file)))
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith(file + " ")
        .hasMessageEndingWith("choose another --library.");
  }

  /** Named by the last step that was done, whichever that is by now. */
  private static String copyName() throws IOException {
    URL history = Objects.requireNonNull(Schema.class.getResource("/db/migration"));
    try (Stream<Path> steps = Files.list(Path.of(URI.create(history.toString())))) {
      String last =
          steps.map(step -> step.getFileName().toString()).max(String::compareTo).orElseThrow();
      return "capsula.db.before-" + last.substring(1, last.indexOf("__")) + ".bak";
    }
  }

  private void fill(String... locations) {
    try (Database database = Schema.open(Engine.sqlite(file), locations)) {
      database.useTransaction(
          session ->
              session
                  .handle()
                  .execute(
                      "INSERT INTO stored_file (sha256, bytes, stored_at) VALUES (?, ?, ?)",
                      "kept",
                      1,
                      Instant.EPOCH));
    }
  }

  private static List<String> hashes(Database database) {
    return database.look(
        session ->
            session
                .handle()
                .createQuery("SELECT sha256 FROM stored_file")
                .mapTo(String.class)
                .list());
  }

  private List<Path> copies() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(".bak")).toList();
    }
  }
}
