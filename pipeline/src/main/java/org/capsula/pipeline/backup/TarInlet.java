package org.capsula.pipeline.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A backup that is a tar, zipped or not: told by its first bytes, so that it may be a stream. */
final class TarInlet implements Inlet {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;

  TarInlet(InputStream in) {
    this.in = new BufferedInputStream(in, BUFFER);
  }

  @Override
  public void each(Taker taker) throws IOException, RefusedBackupException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(unzipped(), "UTF-8")) {
      for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
        if (entry.isDirectory()) {
          continue;
        }
        if (!entry.isFile() || entry.isSymbolicLink() || entry.isLink()) {
          throw new RefusedBackupException(
              "it holds “" + entry.getName() + "”, which is no plain file; take another backup.");
        }
        taker.take(entry.getName(), tar);
      }
    }
  }

  /** RFC 1952 §2.3.1. */
  private InputStream unzipped() throws IOException, RefusedBackupException {
    in.mark(2);
    boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    try {
      return zipped ? new GZIPInputStream(in, BUFFER) : in;
    } catch (IOException e) {
      throw cutOff();
    }
  }

  private static TarArchiveEntry next(TarArchiveInputStream tar) throws RefusedBackupException {
    try {
      return tar.getNextEntry();
    } catch (IOException e) {
      throw cutOff();
    }
  }

  private static RefusedBackupException cutOff() {
    return new RefusedBackupException(
        "it is no tar of Capsula's, or was cut off on its way; copy it once more, or take another"
            + " backup.");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
