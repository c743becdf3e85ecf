package org.capsula.pipeline.storage;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file changed while it was read: what was read of it is no file that ever was. */
public final class ChangedException extends FileSystemException {
  ChangedException(Path file) {
    super(file.toString(), null, "it changed while it was read");
  }
}
