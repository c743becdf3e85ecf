package org.capsula.server.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.server.Main;

/** The program as people run it: a process of its own, known by what it prints. */
final class Capsula implements AutoCloseable {
  /** Only what hangs takes so long. */
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private static final Pattern ADDRESS = Pattern.compile("(http://[^/\\s]+)/");

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private boolean silent;

  private Capsula(Process process) {
    this.process = process;
    // Tests that are stopped leave no program behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Thread reader = new Thread(this::read, "capsula-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** A run that came to its end. */
  record Run(int status, List<String> out, List<String> err) {}

  static Run run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("capsula", ".out");
    Path err = Files.createTempFile("capsula", ".err");
    try {
      Process process =
          command(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the program did not end; it said " + Files.readString(err));
      }
      return new Run(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  static Capsula start(String... arguments) throws IOException {
    return new Capsula(command(arguments).redirectErrorStream(true).start());
  }

  private static ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** Where it listens, as it says itself. */
  String origin() throws InterruptedException {
    Matcher address = ADDRESS.matcher(untilSaid(ADDRESS));
    if (!address.find()) {
      throw new AssertionError("the line that has an address has none");
    }
    return address.group(1);
  }

  /** The first line in which the pattern is found, once there is one. */
  String untilSaid(Pattern pattern) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    synchronized (lines) {
      while (true) {
        for (String line : lines) {
          if (pattern.matcher(line).find()) {
            return line;
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (silent || left <= 0) {
          throw new AssertionError("the program never said “" + pattern + "” but " + lines);
        }
        lines.wait(left);
      }
    }
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      String line = reader.readLine();
      while (line != null) {
        said(line);
        line = reader.readLine();
      }
    } catch (IOException e) {
      said("(its output ended: " + e.getMessage() + ")");
    } finally {
      synchronized (lines) {
        silent = true;
        lines.notifyAll();
      }
    }
  }

  private void said(String line) {
    synchronized (lines) {
      lines.add(line);
      lines.notifyAll();
    }
  }

  /** As a machine that loses its power ends it; returns when it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** As Ctrl-C ends it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        throw new AssertionError("the program does not stop when it is told to");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
