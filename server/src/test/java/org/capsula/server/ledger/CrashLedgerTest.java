package org.capsula.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the program or its decoder at seeded moments of import and production, and replays what it
 * had acknowledged. {@code bench/crash-ledger.sh} runs more rounds than fit here.
 */
class CrashLedgerTest {
  private static final String LINE = "ledger %5s  %6s  %-16s  %-26s %5s  %5s  %5s  %5s  %5s%n";

  @TempDir Path folder;

  @Test
  void whatWasAcknowledged_isThereAfterEveryKill() throws Exception {
    int rounds = Integer.getInteger("ledger.rounds", 4);
    // Four that strike program and decoder, in an import and through an inbox.
    long firstSeed = Long.getLong("ledger.seed", 16);
    System.out.printf(
        LINE, "round", "seed", "killed", "when", "said", "lost", "half", "unfin", "left");
    List<String> faults = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      long seed = firstSeed + round - 1;
      Path place = Files.createDirectory(folder.resolve("round-" + round));
      Round.Result result = Round.run(place, seed);
      System.out.printf(
          LINE,
          round,
          seed,
          result.struck() ? result.blow().who() : "nothing left",
          result.blow().when(),
          result.acknowledged(),
          result.lost().size(),
          result.halfVisible().size(),
          result.unfinished().size(),
          result.leftOver().size());
      result.faults().forEach(fault -> faults.add("seed " + seed + ": " + fault));
    }
    faults.forEach(fault -> System.out.println("ledger " + fault));
    assertThat(faults).isEmpty();
  }
}
