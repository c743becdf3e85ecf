package org.capsula.pipeline.storage;

import java.io.IOException;
import java.nio.file.Path;

/** Another program that works in the same folder: locks hold between processes. */
final class OtherProgram {
  private OtherProgram() {}

  public static void main(String[] args) throws IOException {
    PartialFolder.in(Path.of(args[0])).close();
  }

  static void worksIn(Path parent) throws IOException, InterruptedException {
    int status =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProgram.class.getName(),
                parent.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new AssertionError("the other program failed");
    }
  }
}
