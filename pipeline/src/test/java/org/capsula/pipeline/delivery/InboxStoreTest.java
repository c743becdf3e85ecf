package org.capsula.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.pipeline.catalog.TestCatalogue.NOON;

import java.nio.file.Path;
import org.capsula.pipeline.catalog.TestCatalogue;
import org.capsula.pipeline.delivery.InboxStore.SeenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxStoreTest {
  @TempDir private Path folder;

  @Test
  void takenFile_isKnownUntilItChanges() {
    SeenFile file = new SeenFile(Path.of("/inbox/Ταινία.mov"), 5_000_000_000L, NOON.minusMillis(1));
    SeenFile grown = new SeenFile(file.path(), 5_000_000_001L, file.modifiedAt());
    SeenFile touched = new SeenFile(file.path(), file.bytes(), NOON);
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      assertThat(isTaken(catalogue, file)).isFalse();

      take(catalogue, file);
      assertThat(isTaken(catalogue, file)).isTrue();
      assertThat(isTaken(catalogue, grown)).isFalse();
      assertThat(isTaken(catalogue, touched)).isFalse();

      take(catalogue, grown);
      assertThat(isTaken(catalogue, grown)).isTrue();
      assertThat(isTaken(catalogue, file)).isFalse();
    }
  }

  private static boolean isTaken(TestCatalogue catalogue, SeenFile file) {
    return catalogue.write(session -> new InboxStore(session).isTaken(file));
  }

  private static void take(TestCatalogue catalogue, SeenFile file) {
    catalogue.database.useTransaction(session -> new InboxStore(session).take(file, NOON));
  }
}
