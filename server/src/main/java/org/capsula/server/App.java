package org.capsula.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.queue.QueueSettings;
import org.capsula.server.console.Console;
import org.capsula.server.console.ExitStatus;
import org.capsula.server.demo.DemoFootage;
import org.capsula.server.export.ExportCommand;
import org.capsula.server.produce.ProduceCommand;
import org.capsula.server.safekeeping.BackupCommand;
import org.capsula.server.safekeeping.RestoreCommand;
import org.capsula.server.safekeeping.VerifyCommand;
import org.capsula.server.serve.DemoCommand;
import org.capsula.server.serve.ImportCommand;
import org.capsula.server.serve.Running;
import org.capsula.server.serve.ServeCommand;
import org.capsula.server.serve.WorkerCommand;
import org.capsula.server.system.Version;
import org.capsula.server.user.UserCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Builds the whole program, in order and by hand. The first class to read. */
@Command(
    name = "capsula",
    description = "Raw footage and subtitle files in; capsules that play in every browser out.",
    mixinStandardHelpOptions = true,
    version = "Capsula " + Version.CURRENT,
    synopsisSubcommandLabel = "COMMAND")
public final class App {
  private App() {}

  /** Runs the command and returns its {@link ExitStatus}. */
  static int start(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    String form = System.getenv().getOrDefault("CAPSULA_LOG", "text");
    if (!Set.of("text", "json").contains(form)) {
      err.println("CAPSULA_LOG is “" + form + "”; set it to text or json, or leave it out.");
      return ExitStatus.USAGE;
    }
    Console console = new Console(out, err, Boolean.getBoolean("capsula.terminal"));

    Producer producer = new Producer();
    Running.Opener opener = (library, atOnce, tell) -> open(library.open(), atOnce, tell, producer);

    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("produce", () -> new ProduceCommand(producer, console));
    commands.put("import", () -> new ImportCommand(opener, console));
    commands.put("serve", () -> new ServeCommand(opener, console));
    commands.put("export", () -> new ExportCommand(Clock.systemUTC(), console));
    commands.put("backup", () -> new BackupCommand(Clock.systemUTC(), console));
    commands.put("restore", () -> new RestoreCommand(console));
    commands.put("verify", () -> new VerifyCommand(console));
    commands.put("worker", () -> new WorkerCommand(opener, console));
    commands.put("user", () -> new UserCommand(Clock.systemUTC(), console));
    commands.put("demo", () -> new DemoCommand(opener, new DemoFootage(), console));
    // Reading all of them takes longer than most of them run.
    if (args.length > 0 && commands.containsKey(args[0])) {
      commands.keySet().retainAll(Set.of(args[0]));
    }
    CommandLine line = new CommandLine(new App());
    commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((mistake, given) -> usersMistake(mistake, err))
        .setExecutionExceptionHandler((failure, command, parsed) -> ourFault(failure, err))
        .execute(args);
  }

  private static Running open(
      Library library, int atOnce, Consumer<String> tell, Producer producer) {
    return Running.over(
        library, producer, Clock.systemUTC(), QueueSettings.DEFAULT.withAtOnce(atOnce), tell);
  }

  /** Streams of our own: Java's follow the locale of the machine, which may know no Greek. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static int usersMistake(ParameterException mistake, PrintStream err) {
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    err.println(mistake.getMessage());
    UnmatchedArgumentException.printSuggestions(
        mistake, new PrintWriter(err, true, StandardCharsets.UTF_8));
    err.println("“" + command + " --help” lists what it takes.");
    return ExitStatus.USAGE;
  }

  /** What no part of the program expected: a sentence for the user, the rest for the log. */
  private static int ourFault(Exception failure, PrintStream err) {
    Logger log = LoggerFactory.getLogger(App.class);
    log.debug("unexpected", failure);
    err.println(
        "Capsula stopped by a fault of its own ("
            + failure
            + "); please report it with what you did. LOG_LEVEL=debug tells more.");
    return ExitStatus.MACHINE;
  }
}
