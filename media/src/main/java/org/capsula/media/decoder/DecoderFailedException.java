package org.capsula.media.decoder;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The decoder process ended or failed for a reason that is not in the footage. */
public final class DecoderFailedException extends RuntimeException {
  private final boolean diskFull;
  private final @Nullable Path fullFolder;

  DecoderFailedException(String message, boolean diskFull) {
    this(message, diskFull, null);
  }

  private DecoderFailedException(String message, boolean diskFull, @Nullable Path fullFolder) {
    super(message);
    this.diskFull = diskFull;
    this.fullFolder = fullFolder;
  }

  static DecoderFailedException diskFull(String message, Path folder) {
    return new DecoderFailedException(message, true, folder);
  }

  public boolean isDiskFull() {
    return diskFull;
  }

  /** The folder on the full disk; empty where it is the one that the tracks are written to. */
  public Optional<Path> fullFolder() {
    return Optional.ofNullable(fullFolder);
  }
}
