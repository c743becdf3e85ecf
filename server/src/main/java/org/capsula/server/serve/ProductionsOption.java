package org.capsula.server.serve;

import org.capsula.pipeline.intake.UsageException;
import picocli.CommandLine.Option;

/** How much of a machine productions may take. */
final class ProductionsOption {
  private static final int MOST = 64;

  @Option(
      names = "--productions",
      paramLabel = "N",
      description = "How many productions run side by side here. Default: ${DEFAULT-VALUE}.")
  int atOnce = 1;

  void require() throws UsageException {
    if (atOnce < 1 || atOnce > MOST) {
      throw new UsageException("--productions: give a number from 1 to " + MOST + ".");
    }
  }
}
