package org.capsula.server.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.capsula.server.Main;

/** {@code capsula serve} as a process that runs. */
final class Served implements AutoCloseable {
  private final Process process;

  /** What it says when it is ready. */
  final String said;

  Served(Path library) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--library",
                library.toString(),
                "--port",
                "0")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    said = String.valueOf(out.readLine());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("the server did not end");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
