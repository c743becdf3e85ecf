package org.capsula.pipeline.backup;

import java.nio.file.Path;

/** In which form a backup is written, by the name that is given for it. */
public enum Target {
  FOLDER,
  TAR,
  TAR_GZ;

  /** A name without one of the endings of tar is a folder's. */
  public static Target of(Path path) {
    String name = String.valueOf(path.getFileName());
    if (name.endsWith(".tar")) {
      return TAR;
    }
    return name.endsWith(".tar.gz") || name.endsWith(".tgz") ? TAR_GZ : FOLDER;
  }
}
