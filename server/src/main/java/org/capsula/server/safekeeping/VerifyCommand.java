package org.capsula.server.safekeeping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.inventory.Damage;
import org.capsula.pipeline.inventory.Verification;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.library.LibraryView;
import org.capsula.server.console.Console;
import org.capsula.server.console.ExitStatus;
import org.capsula.server.console.ProgressLine;
import org.capsula.server.serve.Failures;
import org.capsula.server.serve.LibraryOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code capsula verify}. */
@Command(
    name = "verify",
    description =
        "Reads every file that the library's database names and compares it with what was stored;"
            + " the server may go on meanwhile. Names what is missing, changed or unknown, a line"
            + " each, with what to do.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:nothing is lost; files that are unknown are no loss",
      "1:something is missing or changed",
      "2:the command was used wrongly, or the library is of another version",
      "3:the machine failed: the database cannot be read"
    })
public final class VerifyCommand implements Callable<Integer> {
  @Mixin private LibraryOption library = new LibraryOption();

  @Option(
      names = "--json",
      description = "Prints one line of JSON for each finding, and one for the library.")
  private boolean json;

  private final Console console;

  public VerifyCommand(Console console) {
    this.console = console;
  }

  /** A finding, as every report gives it, and the file it is about. */
  private record Line(
      int schema,
      String file,
      List<String> capsules,
      String severity,
      String code,
      String message,
      @Nullable Double startSeconds,
      @Nullable Double endSeconds,
      @Nullable Integer line,
      @Nullable Integer cue,
      String action) {}

  private record Summary(
      int schema, String library, String state, long files, long bytes, long lost, long unknown) {}

  @Override
  public Integer call() throws Exception {
    return Failures.told(console, this::verify);
  }

  private int verify() throws UsageException {
    List<Damage> found = new ArrayList<>();
    try (LibraryView view = library.view()) {
      Verification.Tally tally;
      try (ProgressLine line = console.progress("verify")) {
        tally = new Verification(view, Bar.on(line)).run(found::add);
      }
      found.forEach(this::tell);
      long lost = found.stream().filter(Damage::isLoss).count();
      tell(view, tally, lost, found.size() - lost);
      return lost == 0 ? ExitStatus.DONE : ExitStatus.REFUSED;
    } catch (IOException e) {
      console.error(DiskTrouble.sentence(library.folder, "--library", e));
      return ExitStatus.MACHINE;
    }
  }

  private void tell(Damage damage) {
    String message = damage.sentence();
    if (!json) {
      console.result(message + "; " + damage.action() + ".");
      return;
    }
    console.result(
        Json.compact(
            new Line(
                1,
                damage.path(),
                damage.capsules(),
                damage.isLoss() ? "error" : "note",
                damage.kind().code(),
                message + ".",
                null,
                null,
                null,
                null,
                damage.action())));
  }

  private void tell(LibraryView view, Verification.Tally tally, long lost, long unknown) {
    if (json) {
      console.result(
          Json.compact(
              new Summary(
                  1,
                  view.folder().toString(),
                  lost == 0 ? "whole" : "damaged",
                  tally.files(),
                  tally.bytes(),
                  lost,
                  unknown)));
      return;
    }
    console.result(
        "%s of %s: %s."
            .formatted(
                Amount.of(tally.files(), tally.bytes()),
                view.folder(),
                lost == 0 ? "all as they were stored" : lost + " lost"));
  }
}
