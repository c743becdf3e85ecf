package org.capsula.pipeline.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The player's committed scripts and styles, which a folder and the server's pages play with. */
public final class PlayerBundle {
  /** What a page loads, then what says where it comes from. */
  public static final List<String> FILES =
      List.of("player.js", "player.css", "bundle.json", "LICENSES.txt");

  private PlayerBundle() {}

  /**
   * @param file one of {@link #FILES}
   */
  public static byte[] read(String file) {
    try (InputStream in = PlayerBundle.class.getResourceAsStream("player/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own player/" + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("player/" + file, e);
    }
  }
}
