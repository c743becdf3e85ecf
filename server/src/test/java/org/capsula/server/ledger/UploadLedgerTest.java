package org.capsula.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the program, and leaves connections, at seeded bytes of an upload. {@code bench/uploads.sh}
 * has more of both than fit here.
 */
class UploadLedgerTest {
  @TempDir Path folder;

  @Test
  void whatWasAcknowledged_isThereAfterEveryBlow() throws Exception {
    int kills = Integer.getInteger("uploads.kills", 6);
    int cuts = Integer.getInteger("uploads.cuts", 20);
    long seed = Long.getLong("uploads.seed", 1);

    UploadLedger.Result result = UploadLedger.run(folder.resolve("library"), seed, kills, cuts);

    System.out.printf(
        "uploads seed %d: server killed %d times, connection cut %d times, %d faults%n",
        seed, result.kills(), result.cuts(), result.faults().size());
    result.faults().forEach(fault -> System.out.println("uploads " + fault));
    assertThat(result.faults()).isEmpty();
    assertThat(result.kills()).isEqualTo(kills);
    assertThat(result.cuts()).isEqualTo(cuts);
  }
}
