package org.capsula.pipeline.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.capsula.pipeline.inventory.Held;
import org.capsula.pipeline.storage.Sha256;

/** A backup as one tar file, or a stream of that form. */
final class TarOutlet implements Outlet {
  private static final int BUFFER = 1 << 16;

  private final TarArchiveOutputStream tar;

  /**
   * @param zipped films do not shrink, a database does
   */
  TarOutlet(OutputStream out, boolean zipped) throws IOException {
    OutputStream buffered = new BufferedOutputStream(out, BUFFER);
    tar =
        new TarArchiveOutputStream(
            zipped ? new GZIPOutputStream(buffered, BUFFER) : buffered, "UTF-8");
    // Films of more than 8 GiB.
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
  }

  /** A stream holds nothing already. */
  @Override
  public boolean keep(Held held) {
    return false;
  }

  @Override
  public String add(String path, Path source) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(source), digest)) {
      begin(path, Files.size(source));
      in.transferTo(tar);
      tar.closeArchiveEntry();
    }
    return Sha256.hex(digest);
  }

  @Override
  public void add(String path, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    begin(path, bytes.length);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  private void begin(String path, long bytes) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(path);
    entry.setSize(bytes);
    tar.putArchiveEntry(entry);
  }

  @Override
  public void finish() throws IOException {
    tar.finish();
    tar.flush();
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
