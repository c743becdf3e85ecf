package org.capsula.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.capsula.server.Main;
import org.jspecify.annotations.Nullable;

/** The real program as a process; what it says is heard while it runs. */
final class Capsula implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

  private final Process process;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Thread listener = new Thread(this::listen, "listener");

  private Capsula(Process process) {
    this.process = process;
    listener.setDaemon(true);
    listener.start();
  }

  static Capsula start(String... arguments) throws IOException {
    return start(List.of(), arguments);
  }

  /**
   * @param prefix a command that runs the one that follows it
   */
  static Capsula start(List<String> prefix, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    return new Capsula(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  private void listen() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines().forEach(said::add);
    } catch (IOException | UncheckedIOException e) {
      // It was killed.
    }
  }

  List<String> said() {
    return List.copyOf(said);
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  List<ProcessHandle> decoders() {
    return process
        .children()
        // What was just forked still bears its parent's name; an option of the decoder's own stands
        // early enough in its command line not to be cut off.
        .filter(
            child ->
                child.info().commandLine().filter(line -> line.contains("javacpp.max")).isPresent())
        .toList();
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    listener.join();
  }

  /** As Ctrl-C does. */
  void stop() throws InterruptedException {
    process.destroy();
    awaitEnd();
  }

  int awaitEnd() throws InterruptedException {
    await("its end", () -> !process.isAlive());
    listener.join();
    return process.exitValue();
  }

  /** Where {@code serve} listens. */
  String address() throws InterruptedException {
    await("its address", () -> !process.isAlive() || word("http://") != null);
    String address = word("http://");
    assertThat(address).as("it ended: " + said).isNotNull();
    return String.valueOf(address);
  }

  private @Nullable String word(String start) {
    return said.stream()
        .filter(line -> line.contains(start))
        .map(line -> line.substring(line.indexOf(start)))
        .findFirst()
        .orElse(null);
  }

  void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting for " + what + "; it said " + said).isLessThan(end);
      Thread.sleep(5);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
