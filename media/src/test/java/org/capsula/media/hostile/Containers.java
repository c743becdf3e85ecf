package org.capsula.media.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Boxes (ISO/IEC 14496-12), elements (RFC 8794) and chunks (RIFF), written as they are told. */
final class Containers {
  private Containers() {}

  static byte[] box(String type, byte[]... content) {
    byte[] body = join(content);
    return ByteBuffer.allocate(8 + body.length)
        .putInt(8 + body.length)
        .put(ascii(type))
        .put(body)
        .array();
  }

  /** A box with version 0 and no flags. */
  static byte[] fullBox(String type, byte[]... content) {
    return box(type, new byte[4], join(content));
  }

  static byte[] element(long id, byte[]... content) {
    byte[] body = join(content);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int shift = 24; shift >= 0; shift -= 8) {
      if (id >> shift != 0) {
        out.write((int) (id >> shift));
      }
    }
    // Eight bytes of size: a one in front of 56 bits.
    out.writeBytes(longs(1L << 56 | body.length));
    out.writeBytes(body);
    return out.toByteArray();
  }

  /** RIFF counts from the lowest byte on. */
  static byte[] chunk(String type, int size, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii(type))
        .putInt(size)
        .put(content)
        .array();
  }

  static byte[] ints(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      buffer.putInt(value);
    }
    return buffer.array();
  }

  static byte[] longs(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] repeat(int count, byte[] content) {
    byte[] all = new byte[count * content.length];
    for (int i = 0; i < count; i++) {
      System.arraycopy(content, 0, all, i * content.length, content.length);
    }
    return all;
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
