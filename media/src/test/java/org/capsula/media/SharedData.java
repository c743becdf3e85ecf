package org.capsula.media;

import java.nio.file.Files;
import java.nio.file.Path;

/** The test data that stands beside the project; {@code -Dcapsula.shared=…} says where. */
public final class SharedData {
  private static final Path ROOT =
      Path.of(System.getProperty("capsula.shared", "../../shared")).toAbsolutePath().normalize();

  private SharedData() {}

  /** A film that must be there: a test without its data must not pass. */
  public static Path film(String name) {
    Path path = ROOT.resolve("media").resolve(name);
    if (!Files.exists(path)) {
      throw new AssertionError("shared test data not found at " + path);
    }
    return path;
  }
}
