package org.capsula.pipeline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.inventory.Damage.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of SQLite, which does not look after its references by itself in every program. */
class DamagedDatabaseTest {
  @TempDir private Path folder;

  @Test
  void rowWithoutTheOneItNames_isDamageOfTheDatabase() throws Exception {
    try (Stock stock = new Stock(folder.resolve("library"))) {
      stock.add("one");
      stock
          .library
          .database()
          .look(
              session -> {
                session.handle().execute("PRAGMA query_only = false");
                session.handle().commit();
                session.handle().execute("PRAGMA foreign_keys = false");
                session
                    .handle()
                    .execute("DELETE FROM stored_file WHERE bytes = " + "footage of one".length());
                session.handle().execute("PRAGMA foreign_keys = true");
                return true;
              });

      List<Damage> found = new ArrayList<>();
      new Verification(stock.view(), Watcher.NOBODY).run(found::add);

      assertThat(found)
          .filteredOn(damage -> damage.kind() == Kind.DATABASE)
          .isNotEmpty()
          .allMatch(damage -> damage.reason().contains("capsule names stored_file"));
    }
  }
}
