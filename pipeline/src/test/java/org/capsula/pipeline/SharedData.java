package org.capsula.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;

/** The test data that stands beside the project; {@code -Dcapsula.shared=…} says where. */
public final class SharedData {
  private static final Path ROOT =
      Path.of(System.getProperty("capsula.shared", "../../shared")).toAbsolutePath().normalize();

  private SharedData() {}

  /** A file or folder that must be there: a test without its data must not pass. */
  public static Path path(String name) {
    Path path = ROOT.resolve(name);
    if (!Files.exists(path)) {
      throw new AssertionError("shared test data not found at " + path);
    }
    return path;
  }
}
