package org.capsula.server.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.capsula.pipeline.delivery.Delivery;
import org.capsula.pipeline.delivery.DeliveryScan;
import org.capsula.pipeline.delivery.Outcome;
import org.capsula.pipeline.delivery.StorageException;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.json.Json;
import org.capsula.server.console.Console;
import org.capsula.server.console.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code capsula import FOLDER}. */
@Command(
    name = "import",
    description =
        "Takes a folder of footage into the library, with the files beside it that are named like"
            + " it: film.mov, film.el.srt, film.guide.pdf, film.yaml. What is in the library"
            + " already is not stored again.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:everything is in the library, and made",
      "1:at least one film or side-car was refused",
      "2:the command was used wrongly, or the library is of a newer Capsula",
      "3:the machine failed: library in use, disk full, database away"
    })
public final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER", description = "With the folders within it.")
  private Path folder = Path.of("");

  @Mixin private LibraryOption library = new LibraryOption();

  @Option(
      names = "--publish",
      description = "Opens at once what has no release in its YAML; else it is a draft.")
  private boolean publish;

  @Option(
      names = "--queue-only",
      description = "Leaves the productions to the server, instead of waiting for them here.")
  private boolean queueOnly;

  @Option(names = "--json", description = "Prints one line of JSON a film.")
  private boolean json;

  private final Running.Opener opener;
  private final Console console;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  public ImportCommand(Running.Opener opener, Console console) {
    this.opener = opener;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return Failures.told(console, this::importFolder);
  }

  private int importFolder() throws UsageException, InterruptedException {
    DeliveryScan scan = scan();
    try (Running running = opener.open(library, 1, this::tellOnce)) {
      List<Outcome> outcomes = new ArrayList<>();
      for (Delivery delivery : scan.deliveries()) {
        Outcome outcome = take(running, delivery);
        outcomes.add(outcome);
        tell(outcome, strays(delivery));
      }
      int status = scan.hasLostSideCars() ? ExitStatus.REFUSED : ExitStatus.DONE;
      return Math.max(status, queueOnly ? done(outcomes) : produce(running, scan, outcomes));
    }
  }

  private DeliveryScan scan() throws UsageException {
    if (!Files.isDirectory(folder)) {
      throw new UsageException(folder + " is no folder; name the one that holds the films.");
    }
    DeliveryScan scan;
    try {
      scan = DeliveryScan.of(folder);
    } catch (IOException e) {
      throw new UsageException(folder + " cannot be read; check its permissions.");
    }
    scan.strays().forEach(stray -> console.error(stray.sentence()));
    if (scan.deliveries().isEmpty()) {
      throw new UsageException(folder + " holds no film; name the folder that does.");
    }
    return scan;
  }

  /** A film that the disk has no room for does not keep out a smaller one. */
  private Outcome take(Running running, Delivery delivery) {
    try {
      return running.importer().take(delivery, publish);
    } catch (StorageException e) {
      return Outcome.failed(delivery.footage().toString(), String.valueOf(e.getMessage()));
    }
  }

  /** It is in the library when this is said. */
  private void tell(Outcome outcome, List<String> strays) {
    outcome.sentences().forEach(console::error);
    if (json) {
      if (queueOnly) {
        console.result(
            Json.compact(
                ImportLine.of(
                    outcome,
                    strays,
                    outcome.productionId() == null ? null : "queued",
                    MadeFilm.NONE)));
      }
    } else if (outcome.state().isIn()) {
      console.result(outcome.file() + ": " + word(outcome.state()) + " “" + outcome.slug() + "”");
    }
  }

  private static String word(Outcome.State state) {
    return switch (state) {
      case ADDED -> "in the library as";
      case UPDATED -> "updated";
      case KNOWN -> "nothing new for";
      case REFUSED, FAILED -> "not taken";
    };
  }

  private int produce(Running running, DeliveryScan scan, List<Outcome> outcomes)
      throws InterruptedException {
    // Told to end, it hands back what it is producing rather than being cut off.
    Runtime.getRuntime().addShutdownHook(new Thread(running.queue()::close, "stop"));
    running.queue().start();
    int status = done(outcomes);
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome outcome = outcomes.get(i);
      String name = fileName(outcome);
      String id = outcome.productionId();
      Waiting.End end =
          id == null ? null : Waiting.forEnd(running, id, name, console, this::tellOnce);
      MadeFilm made = MadeFilm.of(running, outcome, name);
      made.sentences().forEach(this::tellOnce);
      if (json) {
        List<String> more = new ArrayList<>(strays(scan.deliveries().get(i)));
        if (end != null && end.reason() != null) {
          more.add(end.reason());
        }
        console.result(
            Json.compact(ImportLine.of(outcome, more, end == null ? null : end.state(), made)));
      }
      status = Math.max(status, made.held() ? ExitStatus.REFUSED : ExitStatus.DONE);
      status = Math.max(status, end == null ? ExitStatus.DONE : status(end));
    }
    return status;
  }

  private static List<String> strays(Delivery delivery) {
    return delivery.strays().stream().map(DeliveryScan.Stray::sentence).toList();
  }

  /** The queue tells of each attempt, and the last of them is told as the end too. */
  private void tellOnce(String sentence) {
    if (told.add(sentence)) {
      console.error(sentence);
    }
  }

  private static String fileName(Outcome outcome) {
    return Path.of(outcome.file()).getFileName().toString();
  }

  private static int status(Waiting.End end) {
    if (end.isDone()) {
      return ExitStatus.DONE;
    }
    return end.machineFault() ? ExitStatus.MACHINE : ExitStatus.REFUSED;
  }

  private static int done(List<Outcome> outcomes) {
    return outcomes.stream().mapToInt(ImportCommand::status).max().orElse(ExitStatus.DONE);
  }

  private static int status(Outcome outcome) {
    return switch (outcome.state()) {
      case FAILED -> ExitStatus.MACHINE;
      case REFUSED -> ExitStatus.REFUSED;
      case ADDED, UPDATED, KNOWN -> outcome.leftOut() > 0 ? ExitStatus.REFUSED : ExitStatus.DONE;
    };
  }
}
