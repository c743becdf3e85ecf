package org.capsula.server.produce;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.capsula.server.Main;

/** The program as a user starts it: a process with its streams and its exit status. */
public record Program(int status, List<String> out, List<String> err) {
  public static Program run(String... arguments) throws IOException, InterruptedException {
    return start(List.of(), arguments);
  }

  /**
   * @param prefix a command that runs the program, such as a shell in another name space
   */
  public static Program start(List<String> prefix, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A machine that knows no Greek must not matter.
    command.addAll(List.of("-Dfile.encoding=US-ASCII", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("capsula", ".out");
    Path err = Files.createTempFile("capsula", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("the program did not end: " + command);
      }
      return new Program(process.exitValue(), lines(out), lines(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8);
  }
}
