package org.capsula.pipeline.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.capsula.pipeline.inventory.Watcher;
import org.capsula.pipeline.storage.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the files of a backup, and knows at the end whether they are all, and the right ones.
 */
final class Receipt implements Inlet.Taker {
  /** Of a label; a million files' sums take a hundred times more. */
  private static final int LABEL_BYTES = 64 * 1024;

  private static final int SUMS_BYTES = 1 << 30;

  private final Path folder;
  private final Watcher watcher;
  private final Map<String, String> found = new HashMap<>();
  private Label.@Nullable Read label;
  private @Nullable String sums;
  private long bytes;

  /**
   * @param folder where they are put
   */
  Receipt(Path folder, Watcher watcher) {
    this.folder = folder;
    this.watcher = watcher;
  }

  @Override
  public void take(String path, InputStream content) throws IOException, RefusedBackupException {
    switch (path) {
      case Label.NAME -> label = Label.read(text(content, LABEL_BYTES));
      case Sums.NAME -> sums = text(content, SUMS_BYTES);
      default -> file(path, content);
    }
  }

  private static String text(InputStream content, int most)
      throws IOException, RefusedBackupException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    copy(content, text, most);
    return text.toString(StandardCharsets.UTF_8);
  }

  private void file(String path, InputStream content) throws IOException, RefusedBackupException {
    if (!Sums.isPath(path) || found.containsKey(path)) {
      throw new RefusedBackupException(
          "it holds “" + path + "”, which no backup does; somebody changed it, take another one.");
    }
    Path place = folder.resolve(path);
    Files.createDirectories(Objects.requireNonNull(place.getParent()));
    MessageDigest digest = Sha256.digest();
    try (OutputStream out = Files.newOutputStream(place)) {
      bytes += copy(content, new DigestOutputStream(out, digest), Long.MAX_VALUE);
    }
    found.put(path, Sha256.hex(digest));
    Label.Read known = label;
    watcher.at("copying", bytes, known == null ? 0 : known.bytes());
  }

  /** What cannot be read is the backup's fault, what cannot be written the machine's. */
  private static long copy(InputStream in, OutputStream out, long most)
      throws IOException, RefusedBackupException {
    byte[] buffer = new byte[1 << 16];
    long copied = 0;
    for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
      out.write(buffer, 0, read);
      copied += read;
      if (copied > most) {
        throw new RefusedBackupException("it is larger than any; take another backup.");
      }
    }
    return copied;
  }

  private static int read(InputStream in, byte[] buffer) throws RefusedBackupException {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw new RefusedBackupException(
          "it cannot be read to its end; copy it once more, or take another backup.");
    }
  }

  int files() {
    return found.size();
  }

  /**
   * What its sums do not name is thrown away.
   *
   * @return the bytes of what they name
   */
  long requireWhole() throws IOException, RefusedBackupException {
    Label.Read known = label;
    String text = sums;
    if (known == null || text == null) {
      throw new RefusedBackupException(
          "it has no "
              + (known == null ? Label.NAME : Sums.NAME)
              + ": it is no backup, or was cut off; name what “capsula backup” has written.");
    }
    Sums named = Sums.read(text);
    if (!named.sha256().equals(known.sumsSha256())) {
      throw new RefusedBackupException(
          "its " + Sums.NAME + " is not the one it was made with; take another backup.");
    }
    for (Map.Entry<String, String> entry : named.byPath().entrySet()) {
      requireSame(entry.getKey(), entry.getValue());
    }
    for (String path : Map.copyOf(found).keySet()) {
      if (!named.byPath().containsKey(path)) {
        Files.delete(folder.resolve(path));
        found.remove(path);
      }
    }
    return known.bytes();
  }

  private void requireSame(String path, String sha256) throws RefusedBackupException {
    String real = found.get(path);
    if (!sha256.equals(real)) {
      throw new RefusedBackupException(
          (real == null ? "it lacks " : "it holds another ")
              + path
              + (real == null ? "" : " than it was made with")
              + "; copy it once more, or take another backup.");
    }
  }
}
