package org.capsula.server.serve;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.server.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code capsula worker}. */
@Command(
    name = "worker",
    description =
        "Lends this machine to a library whose database is in PostgreSQL: takes productions from"
            + " its queue until it is stopped. Several may work on one library, beside its server"
            + " or without it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "130:it was stopped with Ctrl-C",
      "143:it was told to end by the system",
      "2:the command was used wrongly, or the library is of a newer Capsula",
      "3:the machine failed: database away, its clock another, disk full"
    })
public final class WorkerCommand implements Callable<Integer> {
  @Mixin private LibraryOption library = new LibraryOption();
  @Mixin private ProductionsOption productions = new ProductionsOption();

  private final Running.Opener opener;
  private final Console console;

  public WorkerCommand(Running.Opener opener, Console console) {
    this.opener = opener;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return Failures.told(console, this::work);
  }

  private int work() throws UsageException, InterruptedException {
    if (!library.isShared()) {
      throw new UsageException(
          "A worker needs the PostgreSQL database that it shares with the server: give --database."
              + " Where the database is in the library's folder, one program uses it;"
              + " “serve --productions N” works on several films there.");
    }
    productions.require();
    Running running = opener.open(library, productions.atOnce, console::error);
    // Told to end, it hands back what it is producing.
    Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
    running.queue().start();
    running.housekeeping().startShared();
    console.result("Capsula works on " + running.library().folder());
    console.error("Stop it with Ctrl-C.");
    new CountDownLatch(1).await();
    throw new IllegalStateException("a worker ends when it is told to");
  }
}
