package org.capsula.media.hostile;

import static org.capsula.media.hostile.Containers.ascii;
import static org.capsula.media.hostile.Containers.chunk;
import static org.capsula.media.hostile.Containers.join;
import static org.capsula.media.hostile.Containers.repeat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Sound that has no end, and transport streams with a stream on every number there is. */
final class Streams {
  private static final int PACKET = 188;

  private Streams() {}

  /** EBU Tech 3306: the length of 64 bits says a hundred thousand years. */
  static byte[] wave() {
    ByteBuffer sizes = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
    sizes.putLong(Long.MAX_VALUE / 4).putLong(Long.MAX_VALUE / 4).putLong(Long.MAX_VALUE / 8);
    ByteBuffer format = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    format.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000);
    format.putShort((short) 2).putShort((short) 16);
    return join(
        chunk("RF64", -1, ascii("WAVE")),
        chunk("ds64", 28, sizes.array()),
        chunk("fmt ", 16, format.array()),
        chunk("data", -1, new byte[16_000]));
  }

  /** RFC 9639, 8.2: 2^36 - 1 samples at one a second. */
  static byte[] flac() {
    ByteBuffer info = ByteBuffer.allocate(34).putShort((short) 16).putShort((short) 65_535);
    info.put(new byte[6]).putLong(1L << 44 | 1L << 41 | 15L << 36 | (1L << 36) - 1);
    return join(ascii("fLaC"), new byte[] {(byte) 0x80, 0, 0, 34}, info.array(), new byte[4000]);
  }

  /** AVI whose frames last for 2^31 seconds each. */
  static byte[] avi() {
    ByteBuffer main = ByteBuffer.allocate(56).order(ByteOrder.LITTLE_ENDIAN);
    main.putInt(40_000).putInt(24, 1).putInt(16, Integer.MAX_VALUE);
    ByteBuffer head = ByteBuffer.allocate(56).order(ByteOrder.LITTLE_ENDIAN);
    head.put(ascii("vidsMJPG")).putInt(20, Integer.MAX_VALUE).putInt(24, 1);
    head.putInt(32, Integer.MAX_VALUE);
    ByteBuffer format = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    format.putInt(40).putInt(320).putInt(180).putShort((short) 1).putShort((short) 24);
    format.put(ascii("MJPG"));
    byte[] strl =
        join(ascii("strl"), chunk("strh", 56, head.array()), chunk("strf", 40, format.array()));
    byte[] hdrl = join(ascii("hdrl"), chunk("avih", 56, main.array()), list(strl));
    byte[] picture = Movies.jpeg();
    byte[] padded = Arrays.copyOf(picture, picture.length + picture.length % 2);
    byte[] movi = join(ascii("movi"), repeat(25, chunk("00dc", picture.length, padded)));
    byte[] all = join(ascii("AVI "), list(hdrl), list(movi));
    return chunk("RIFF", all.length, all);
  }

  private static byte[] list(byte[] content) {
    return chunk("LIST", content.length, content);
  }

  /** ISO/IEC 13818-1, 2.4.4: forty programmes of two hundred pictures each. */
  static byte[] transport() {
    int programmes = 40;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer pat = ByteBuffer.allocate(4 * programmes);
    for (int i = 0; i < programmes; i++) {
      pat.putShort((short) (i + 1)).putShort((short) (0xe000 | 16 + i));
    }
    section(out, 0, 0, 1, pat.array());
    for (int i = 0; i < programmes; i++) {
      ByteBuffer pmt = ByteBuffer.allocate(4 + 5 * 200).putInt(0xe064f000);
      for (int k = 0; k < 200; k++) {
        pmt.put((byte) 0x1b).putShort((short) (0xe000 | 100 + 200 * i + k));
        pmt.putShort((short) 0xf000);
      }
      section(out, 16 + i, 2, i + 1, pmt.array());
    }
    byte[] tables = out.toByteArray();
    return repeat(20, tables);
  }

  private static void section(ByteArrayOutputStream out, int pid, int table, int id, byte[] body) {
    int length = 5 + body.length + 4;
    ByteBuffer section = ByteBuffer.allocate(3 + length);
    section.put((byte) table).putShort((short) (0xb000 | length)).putShort((short) id);
    section.put((byte) 0xc1).putShort((short) 0).put(body);
    section.putInt(crc(section.array(), 3 + length - 4));
    byte[] rest = join(new byte[1], section.array());
    boolean first = true;
    int counter = 0;
    for (int at = 0; at < rest.length; at += PACKET - 4) {
      byte[] packet = new byte[PACKET];
      Arrays.fill(packet, (byte) 0xff);
      packet[0] = 0x47;
      packet[1] = (byte) ((first ? 0x40 : 0) | pid >> 8);
      packet[2] = (byte) pid;
      packet[3] = (byte) (0x10 | counter++ % 16);
      System.arraycopy(rest, at, packet, 4, Math.min(PACKET - 4, rest.length - at));
      out.writeBytes(packet);
      first = false;
    }
  }

  /** Annex A. */
  private static int crc(byte[] bytes, int length) {
    int crc = -1;
    for (int i = 0; i < length; i++) {
      crc ^= bytes[i] << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc < 0 ? crc << 1 ^ 0x04c11db7 : crc << 1;
      }
    }
    return crc;
  }
}
