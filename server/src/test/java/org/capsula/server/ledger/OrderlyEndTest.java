package org.capsula.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program told to end, as by Ctrl-C, in the middle of a production. */
class OrderlyEndTest {
  @TempDir Path folder;

  @Test
  void import_toldToEnd_handsBackWhatItProduces() throws Exception {
    Path in = Deliveries.in(folder.resolve("in"), 0).folder();
    endInTheMiddle("import", in.toString(), "--library", library());
  }

  @Test
  void serve_toldToEnd_handsBackWhatItProduces() throws Exception {
    Path in = Deliveries.in(folder.resolve("in"), 0).folder();
    try (Capsula capsula =
        Capsula.start("import", in.toString(), "--library", library(), "--queue-only")) {
      capsula.awaitEnd();
    }
    endInTheMiddle("serve", "--port", "0", "--library", library());
  }

  private String library() {
    return folder.resolve("library").toString();
  }

  private void endInTheMiddle(String... command) throws Exception {
    LibraryFolder library = new LibraryFolder(folder.resolve("library"));
    try (Capsula capsula = Capsula.start(command)) {
      capsula.await("a decoder", () -> !capsula.decoders().isEmpty());
      List<ProcessHandle> decoders = capsula.decoders();
      capsula.stop();
      assertThat(decoders).noneMatch(ProcessHandle::isAlive);
    }

    assertThat(library.rows("SELECT state, attempts FROM production"))
        .hasSize(5)
        .contains("queued|0")
        .isSubsetOf("queued|0", "done|1", "failed|1");
    assertThat(library.rows("SELECT * FROM scheduled_tasks WHERE picked")).isEmpty();
    assertThat(library.path().resolve("work")).isEmptyDirectory();
  }
}
