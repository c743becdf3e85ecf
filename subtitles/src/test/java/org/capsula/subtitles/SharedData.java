package org.capsula.subtitles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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

  public static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(String name) {
    return new String(bytes(path(name)), StandardCharsets.UTF_8);
  }

  /** All files directly in the folder, in order of their names; at least one. */
  public static List<Path> files(String folder, String ending) {
    try (Stream<Path> files = Files.list(path(folder))) {
      List<Path> found = files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
      if (found.isEmpty()) {
        throw new AssertionError("no *" + ending + " in shared test data at " + path(folder));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
