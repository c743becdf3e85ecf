package org.capsula.pipeline.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import org.capsula.pipeline.inventory.Held;
import org.capsula.pipeline.storage.Sha256;
import org.jspecify.annotations.Nullable;

/** A backup as a folder that is laid out as a library is. */
final class FolderOutlet implements Outlet {
  private final Path folder;
  private final Path older;
  private final Map<String, String> olderSums;

  /**
   * @param folder the new one
   * @param older the one that it will take the place of; need not be there
   * @param olderSums empty where there is none
   */
  FolderOutlet(Path folder, Path older, Map<String, String> olderSums) {
    this.folder = folder;
    this.older = older;
    this.olderSums = olderSums;
  }

  @Override
  public boolean keep(Held held) throws IOException {
    Path kept = older.resolve(held.path());
    if (!held.sha256().equals(olderSums.get(held.path())) || size(kept) != held.bytes()) {
      return false;
    }
    try {
      Files.createLink(place(held.path()), kept);
      return true;
    } catch (UnsupportedOperationException | IOException e) {
      // A disk without hard links, or with too many of this file: it is copied instead.
      return false;
    }
  }

  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return -1;
    }
  }

  @Override
  public String add(String path, Path source) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(source), digest)) {
      Files.copy(in, place(path));
    }
    return Sha256.hex(digest);
  }

  @Override
  public void add(String path, String text) throws IOException {
    Files.writeString(place(path), text);
  }

  private Path place(String path) throws IOException {
    Path place = folder.resolve(path);
    @Nullable Path parent = place.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return place;
  }

  @Override
  public void finish() {}

  @Override
  public void close() {}
}
