package org.capsula.pipeline.backup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.capsula.pipeline.inventory.Held;

/** Where a backup is written to. */
interface Outlet extends Closeable {
  /**
   * Takes over what an older backup holds already, without reading it.
   *
   * @return whether it did
   */
  boolean keep(Held held) throws IOException;

  /**
   * @return the SHA-256 of what was read
   * @throws java.nio.file.NoSuchFileException where the source is gone; nothing was written then
   */
  String add(String path, Path source) throws IOException;

  void add(String path, String text) throws IOException;

  /** Nothing comes after that. */
  void finish() throws IOException;
}
