package org.capsula.pipeline.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Where a backup is read from: file by file, in whatever order it has. */
interface Inlet extends Closeable {
  /** Is given one file; the stream is worth nothing after it. */
  interface Taker {
    void take(String path, InputStream content) throws IOException, RefusedBackupException;
  }

  void each(Taker taker) throws IOException, RefusedBackupException;
}
