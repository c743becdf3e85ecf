package org.capsula.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.revision.Revision;
import org.capsula.pipeline.revision.RevisionStore;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionsMigrationTest {
  @Test
  void trackOfAnOlderLibrary_isItsOwnFirstRevision(@TempDir Path folder) throws SQLException {
    Engine engine = TestDatabase.empty(folder);
    Flyway.configure()
        .configuration(Schema.flyway(engine, "classpath:db/migration").getConfiguration())
        .target("004")
        .load()
        .migrate();
    try (Connection connection = engine.unpooled().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO stored_file VALUES ('f', 1, 1), ('v', 7, 1)");
      statement.execute(
          "INSERT INTO capsule (id, slug, footage_sha256, footage_name, created_at)"
              + " VALUES ('c', 'c', 'f', 'f.mov', 1)");
      statement.execute(
          "INSERT INTO track VALUES ('t', 'c', 'el', 'subtitles', 'f', 'f.srt', 'srt', 'UTF-8',"
              + " 'v', 7, 3, '[]', 42)");
    }

    try (Database database = Schema.open(engine)) {
      List<Revision> revisions = database.look(session -> new RevisionStore(session).of("t"));

      assertThat(revisions).hasSize(1);
      assertThat(revisions.get(0).number()).isEqualTo(1);
      assertThat(revisions.get(0).webvttSha256()).isEqualTo("v");
      assertThat(revisions.get(0).madeAt().toEpochMilli()).isEqualTo(42);
      Optional<Revision> newest = database.look(session -> new RevisionStore(session).newest("t"));
      assertThat(newest).isPresent();
    }
  }
}
