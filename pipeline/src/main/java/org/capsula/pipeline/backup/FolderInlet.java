package org.capsula.pipeline.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A backup that is a folder. What it says of itself is looked at before a byte is copied. */
final class FolderInlet implements Inlet {
  private final Path folder;

  FolderInlet(Path folder) {
    this.folder = folder;
  }

  @Override
  public void each(Taker taker) throws IOException, RefusedBackupException {
    give(Label.NAME, taker);
    give(Sums.NAME, taker);
    Path sums = folder.resolve(Sums.NAME);
    if (Files.exists(sums)) {
      String text = new String(Files.readAllBytes(sums), StandardCharsets.UTF_8);
      for (String path : Sums.read(text).byPath().keySet()) {
        give(path, taker);
      }
    }
  }

  private void give(String path, Taker taker) throws IOException, RefusedBackupException {
    try (InputStream in = Files.newInputStream(folder.resolve(path))) {
      taker.take(path, in);
    } catch (NoSuchFileException e) {
      // That it is missing is seen at the end, with all others that are.
    }
  }

  @Override
  public void close() {}
}
