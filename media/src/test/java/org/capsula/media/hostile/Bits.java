package org.capsula.media.hostile;

import java.io.ByteArrayOutputStream;

/** Bits in the order of video headers, the highest first. */
final class Bits {
  private final StringBuilder bits = new StringBuilder();

  static Bits of(byte[] bytes) {
    Bits read = new Bits();
    for (byte b : bytes) {
      read.u(8, b & 0xff);
    }
    return read;
  }

  /** u(n) of ITU-T H.264, 7.2. */
  Bits u(int count, int value) {
    for (int i = count - 1; i >= 0; i--) {
      bits.append(value >> i & 1);
    }
    return this;
  }

  /** ue(v) of ITU-T H.264, 9.1. */
  Bits ue(int... values) {
    for (int value : values) {
      int length = 32 - Integer.numberOfLeadingZeros(value + 1);
      u(length - 1, 0).u(length, value + 1);
    }
    return this;
  }

  /** How many bits the ue(v) that begins there takes. */
  int lengthOfUe(int at) {
    return 2 * (bits.indexOf("1", at) - at) + 1;
  }

  Bits replace(int from, int to, Bits by) {
    bits.replace(from, to, by.bits.toString());
    return this;
  }

  /** Filled up with a one and zeros: rbsp_trailing_bits() of H.264, OBU trailing bits of AV1. */
  byte[] bytes() {
    StringBuilder padded = new StringBuilder(bits).append('1');
    padded.append("0".repeat((8 - padded.length() % 8) % 8));
    byte[] bytes = new byte[padded.length() / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(padded, 8 * i, 8 * i + 8, 2);
    }
    return bytes;
  }

  /** A NAL unit behind a start code: H.264, B.1, with the bytes that keep it from having one. */
  static byte[] nal(byte[] unit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 0, 0, 1});
    int zeros = 0;
    for (byte b : unit) {
      if (zeros == 2 && (b & 0xff) <= 3) {
        out.write(3);
        zeros = 0;
      }
      out.write(b);
      zeros = b == 0 ? zeros + 1 : 0;
    }
    return out.toByteArray();
  }
}
