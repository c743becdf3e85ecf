package org.capsula.server.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.capsula.pipeline.delivery.Inbox;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.server.console.Console;
import org.capsula.server.console.ExitStatus;
import org.capsula.server.http.jetty.Transport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code capsula serve}. */
@Command(
    name = "serve",
    description =
        "Shows the library's catalogue, and works on its productions, until it is stopped.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "130:it was stopped with Ctrl-C",
      "143:it was told to end by the system",
      "2:the command was used wrongly, or the library is of a newer Capsula",
      "3:the machine failed: port in use, library in use, disk full, database away"
    })
public final class ServeCommand implements Callable<Integer> {
  /** How often an inbox is looked at. */
  private static final long LOOK_MILLIS = 2_000;

  @Mixin private LibraryOption library = new LibraryOption();
  @Mixin private AddressOptions address = new AddressOptions();

  @Option(
      names = "--inbox",
      paramLabel = "DIR",
      description =
          "Takes in what is put into this folder: footage with its side-cars. Nothing in it is"
              + " changed.")
  private @Nullable Path inbox;

  @Option(
      names = "--publish",
      description = "Opens what comes through the inbox at once, unless its YAML says when.")
  private boolean publish;

  @Mixin private ProductionsOption productions = new ProductionsOption();

  private final Running.Opener opener;
  private final Console console;

  public ServeCommand(Running.Opener opener, Console console) {
    this.opener = opener;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return Failures.told(console, this::serve);
  }

  private int serve() throws UsageException, InterruptedException {
    productions.require();
    address.requirePort();
    Path watched = inbox;
    if (watched != null) {
      requireReadable(watched);
    }
    Transport transport = address.transport(Clock.systemUTC());
    Running running = opener.open(library, productions.atOnce, console::error);
    try (Service service = Service.start(running, address, transport)) {
      console.result("Capsula serves " + running.library().folder() + " at " + service.address());
      FirstAdmin.told(running, service.address(), address.isReachedElsewhere())
          .ifPresent(console::error);
      if (address.isOpenWithoutHttps()) {
        console.error(
            "Others can watch here, but not sign in: without HTTPS anybody on the network could"
                + " read a password. Give --cert and --key, or --behind-proxy.");
      }
      console.error("Stop it with Ctrl-C.");
      if (watched != null) {
        watch(watched, running, service);
      }
      service.await();
    }
    return ExitStatus.DONE;
  }

  private static void requireReadable(Path inbox) throws UsageException {
    if (!Files.isDirectory(inbox)) {
      throw new UsageException(
          "The inbox " + inbox + " is no folder; make it, or give --inbox another one.");
    }
    if (!Files.isReadable(inbox) || !Files.isExecutable(inbox)) {
      throw new UsageException(
          "The inbox "
              + inbox
              + " cannot be read; check its permissions, or give --inbox another"
              + " one.");
    }
  }

  private void watch(Path folder, Running running, Service service) {
    Inbox watched =
        new Inbox(
            folder,
            publish,
            running.importer(),
            running.library().database(),
            running.clock(),
            console::error);
    Thread thread = new Thread(() -> look(watched, service), "inbox");
    thread.setDaemon(true);
    thread.start();
  }

  private static void look(Inbox inbox, Service service) {
    while (!service.isClosing()) {
      inbox.look();
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
