package org.capsula.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.capsula.server.http.semantics.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in memory. Their tag and their gzip form are made when first asked for and then kept, so an
 * endpoint that answers the same response each time pays for them once.
 */
public final class InMemory implements Body {
  /** 128 bits of the digest: no two bodies will meet. */
  private static final int TAG_BYTES = 16;

  private final byte[] bytes;
  private volatile @Nullable EntityTag tag;
  private volatile @Nullable InMemory gzip;

  /**
   * @param bytes not to be changed afterwards
   */
  public InMemory(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  public ByteBuffer slice(long offset, long length) {
    return ByteBuffer.wrap(bytes, Math.toIntExact(offset), Math.toIntExact(length))
        .asReadOnlyBuffer();
  }

  /** Named by the content. */
  public EntityTag tag() {
    EntityTag known = tag;
    if (known == null) {
      known = EntityTag.strong(HexFormat.of().formatHex(sha256(), 0, TAG_BYTES));
      tag = known;
    }
    return known;
  }

  /** The same bytes, compressed; two threads at once may both make it, and it is the same. */
  public InMemory gzip() {
    InMemory known = gzip;
    if (known == null) {
      known = new InMemory(compressed());
      gzip = known;
    }
    return known;
  }

  private byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private byte[] compressed() {
    ByteArrayOutputStream smaller = new ByteArrayOutputStream(bytes.length / 3);
    try (GZIPOutputStream out = new GZIPOutputStream(smaller)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return smaller.toByteArray();
  }
}
