package org.capsula.pipeline.upload;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.capsula.pipeline.storage.GrowingFile;
import org.jspecify.annotations.Nullable;

/**
 * Brings one piece to the disk. What came before a connection broke stays; a piece with a checksum
 * counts as a whole or not at all.
 */
final class Writing {
  private static final int BUFFER = 128 * 1024;

  private final Upload upload;
  private final GrowingFile file;
  private final int checkpoint;
  private final LongConsumer counted;
  private final byte[] buffer = new byte[BUFFER];

  /** Bytes of the upload that count so far. */
  private long sure;

  /**
   * @param checkpoint bytes after which what came is brought to the disk for good
   * @param counted is told how far the upload is, on the disk for good
   */
  Writing(Upload upload, GrowingFile file, int checkpoint, LongConsumer counted) {
    this.upload = upload;
    this.file = file;
    this.checkpoint = checkpoint;
    this.counted = counted;
    sure = upload.received();
  }

  /**
   * @throws BrokenOffException where no more came of it, after what came was counted
   * @throws IOException where the disk does not take it
   */
  void write(Piece piece) throws IOException, UploadRefusedException, BrokenOffException {
    MessageDigest digest = piece.checksum() == null ? null : piece.checksum().begin();
    try {
      while (true) {
        int read = read(piece);
        if (read < 0) {
          break;
        }
        take(read, digest);
      }
    } catch (BrokenOffException e) {
      if (digest == null) {
        count();
      }
      throw e;
    }
    if (digest != null && !Objects.requireNonNull(piece.checksum()).fits(digest)) {
      throw new UploadRefusedException(
          Refusal.WRONG_CHECKSUM,
          "The bytes changed on their way: their checksum is another one. Send them again.");
    }
    count();
  }

  private int read(Piece piece) throws BrokenOffException {
    try {
      return piece.bytes().read(buffer);
    } catch (IOException e) {
      throw new BrokenOffException(e);
    }
  }

  private void take(int read, @Nullable MessageDigest digest)
      throws IOException, UploadRefusedException {
    if (file.length() + read > upload.bytes()) {
      throw new UploadRefusedException(
          Refusal.TOO_MANY_BYTES,
          "More bytes came than the %d that “%s” has; begin it anew."
              .formatted(upload.bytes(), upload.fileName()));
    }
    file.write(buffer, read);
    if (digest != null) {
      digest.update(buffer, 0, read);
    } else if (file.length() - sure >= checkpoint) {
      count();
    }
  }

  private void count() throws IOException {
    if (file.length() > sure) {
      file.sync();
      counted.accept(file.length());
      sure = file.length();
    }
  }

  /** The other side, or the way there, failed. */
  static final class BrokenOffException extends Exception {
    BrokenOffException(IOException cause) {
      super(cause);
    }
  }
}
