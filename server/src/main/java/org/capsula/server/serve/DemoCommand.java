package org.capsula.server.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.capsula.media.decoder.DecoderFailedException;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.delivery.Delivery;
import org.capsula.pipeline.delivery.DeliveryScan;
import org.capsula.pipeline.delivery.Outcome;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.server.console.Console;
import org.capsula.server.console.ExitStatus;
import org.capsula.server.console.ProgressLine;
import org.capsula.server.demo.DemoFootage;
import org.capsula.server.http.jetty.Transport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code capsula demo}. */
@Command(
    name = "demo",
    description =
        "Draws three short films of its own, takes them through the whole pipeline, and shows the"
            + " catalogue. A second start finds them made.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "130:it was stopped with Ctrl-C",
      "143:it was told to end by the system",
      "2:the command was used wrongly, or the library is of a newer Capsula",
      "3:the machine failed: port in use, library in use, disk full, database away"
    })
public final class DemoCommand implements Callable<Integer> {
  @Mixin private LibraryOption library = new LibraryOption();
  @Mixin private AddressOptions address = new AddressOptions();

  private final Running.Opener opener;
  private final DemoFootage footage;
  private final Console console;

  public DemoCommand(Running.Opener opener, DemoFootage footage, Console console) {
    this.opener = opener;
    this.footage = footage;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return Failures.told(console, this::demo);
  }

  private int demo() throws IOException, InterruptedException, UsageException {
    address.requirePort();
    Transport transport = address.transport(Clock.systemUTC());
    Running running = opener.open(library, 1, console::error);
    requireOwnLibrary(running);
    try (Service service = Service.start(running, address, transport)) {
      console.result("Capsula shows its demo at " + service.address());
      tellAccounts(running, service);
      try {
        if (!isComplete(running)) {
          console.error("Three films are drawn and made; each is there as soon as it is ready.");
          make(running, service);
        }
        console.error("Ready: " + service.address() + " (stop with Ctrl-C)");
      } catch (DecoderFailedException e) {
        console.error("The demo's films cannot be drawn: " + e.getMessage() + ".");
        return ExitStatus.MACHINE;
      }
      service.await();
    }
    return ExitStatus.DONE;
  }

  private void tellAccounts(Running running, Service service) throws IOException {
    try {
      console.result("Sign in at " + service.address() + "sign-in as one of these:");
      DemoAccounts.renewed(running)
          .forEach((name, password) -> console.result("  " + name + "  " + password));
    } catch (RefusedException e) {
      throw new IllegalStateException("the demo's own names", e);
    }
  }

  /**
   * Three drawn films have no business among those of a school, nor their accounts' new passwords
   * on the console of whoever starts it by mistake.
   */
  private void requireOwnLibrary(Running running) throws IOException, UsageException {
    boolean others =
        running
                .library()
                .database()
                .<Boolean>look(
                    session -> new CapsuleStore(session).hasFootageBeside(footage.films()))
            || DemoAccounts.areBesideOthers(running);
    if (others) {
      running.close();
      throw new UsageException(
          "The library "
              + running.library().folder()
              + " holds capsules or accounts beside the demo's; show it with “serve” (“user link"
              + " NAME” prints a way in), or give the demo another --library.");
    }
  }

  private boolean isComplete(Running running) {
    return running
        .library()
        .database()
        .look(
            session -> {
              CapsuleStore capsules = new CapsuleStore(session);
              return footage.films().stream().allMatch(capsules::hasFootageNamed);
            });
  }

  /** Each film is taken in while the next is drawn. */
  private void make(Running running, Service service) throws IOException, InterruptedException {
    Path folder = running.library().folder().resolve("demo");
    Map<String, Outcome> taken = new LinkedHashMap<>();
    AtomicReference<String> drawn = new AtomicReference<>("");
    try (ProgressLine line = console.progress("drawing")) {
      footage.writeTo(
          folder,
          (film, percent) -> {
            line.at(film, percent);
            if (!film.equals(drawn.getAndSet(film))) {
              take(folder, running, taken);
            }
          });
    }
    take(folder, running, taken);
    for (Outcome outcome : taken.values()) {
      String production = outcome.productionId();
      if (production != null && !service.isClosing()) {
        Waiting.forEnd(running, production, name(outcome), console, console::error);
      }
    }
    remove(folder);
  }

  private static String name(Outcome outcome) {
    return Path.of(outcome.file()).getFileName().toString();
  }

  private static void take(Path folder, Running running, Map<String, Outcome> taken) {
    for (Delivery delivery : scan(folder)) {
      taken.computeIfAbsent(
          delivery.footage().toString(), any -> running.importer().take(delivery, true));
    }
  }

  private static List<Delivery> scan(Path folder) {
    try {
      return DeliveryScan.of(folder).deliveries();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The library has its own copy of all of it. */
  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
