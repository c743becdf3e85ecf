package org.capsula.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a request brings. It can be read once. */
public interface Content {
  /** Nothing. */
  Content NONE = InputStream::nullInputStream;

  /**
   * Waits for what is still on its way.
   *
   * @throws IOException from its reads, when the client is gone or has been silent for too long
   */
  InputStream open() throws IOException;

  /**
   * All of it.
   *
   * @throws ProblemException for more than {@code most} bytes
   */
  default byte[] bytes(int most) throws IOException {
    byte[] read = open().readNBytes(most + 1);
    if (read.length > most) {
      throw new ProblemException(
          Problem.TOO_LARGE, "No more than " + most + " bytes are taken here.");
    }
    return read;
  }

  /** All of it, as UTF-8; what is not becomes U+FFFD. */
  default String text(int most) throws IOException {
    return new String(bytes(most), StandardCharsets.UTF_8);
  }
}
