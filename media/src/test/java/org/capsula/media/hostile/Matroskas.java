package org.capsula.media.hostile;

import static org.capsula.media.hostile.Containers.ascii;
import static org.capsula.media.hostile.Containers.element;
import static org.capsula.media.hostile.Containers.join;
import static org.capsula.media.hostile.Containers.longs;
import static org.capsula.media.hostile.Containers.repeat;

/** Matroska files (RFC 9559) with more in them than any program would write. */
final class Matroskas {
  private static final byte[] HEADER =
      element(0x1A45DFA3, element(0x4282, ascii("matroska")), element(0x4287, new byte[] {4}));

  private static final String MJPEG = "V_MJPEG";

  private Matroskas() {}

  /** A second of one track. */
  static byte[] of(String codec, byte[] packet) {
    return file(element(0x1654AE6B, track(1, codec)), cluster(packet));
  }

  static byte[] ofManyTracks(int count) {
    byte[][] tracks = new byte[count][];
    for (int i = 0; i < count; i++) {
      tracks[i] = track(i + 1, MJPEG);
    }
    return file(element(0x1654AE6B, tracks), cluster(Movies.jpeg()));
  }

  static byte[] ofManyChapters(int count) {
    byte[][] atoms = new byte[count][];
    for (int i = 0; i < count; i++) {
      atoms[i] =
          element(
              0xB6,
              element(0x73C4, longs(i + 1)),
              element(0x91, longs(i * 1000L)),
              element(0x80, element(0x85, ascii("Chapter " + i))));
    }
    return file(
        element(0x1654AE6B, track(1, MJPEG)),
        element(0x1043A770, element(0x45B9, atoms)),
        cluster(Movies.jpeg()));
  }

  /** It says that it begins in another file, and that parts of its edition lie there. */
  static byte[] linkedTo(String path, String address) {
    byte[] info =
        element(
            0x1549A966,
            element(0x3CB923, repeat(16, new byte[] {7})),
            element(0x3C83AB, ascii(path)),
            element(0x3EB923, repeat(16, new byte[] {8})),
            element(0x3E83BB, ascii(address)));
    byte[] atom =
        element(
            0xB6,
            element(0x91, longs(0)),
            element(0x6E67, repeat(16, new byte[] {8})),
            element(0x73C4, longs(1)));
    return file(
        info,
        element(0x1654AE6B, track(1, MJPEG)),
        element(0x1043A770, element(0x45B9, element(0x45DD, new byte[] {1}), atom)),
        cluster(Movies.jpeg()));
  }

  /** Chapters within chapters, which may nest without end. */
  static byte[] ofDeepChapters(int depth) {
    // Sizes of eight bytes, outermost first: nine bytes a level.
    byte[] nested = new byte[9 * depth];
    for (int i = 0; i < depth; i++) {
      nested[9 * i] = (byte) 0xB6;
      System.arraycopy(longs(1L << 56 | 9L * (depth - 1 - i)), 0, nested, 9 * i + 1, 8);
    }
    return file(
        element(0x1654AE6B, track(1, MJPEG)),
        element(0x1043A770, element(0x45B9, nested)),
        cluster(Movies.jpeg()));
  }

  private static byte[] track(int number, String codec) {
    return element(
        0xAE,
        element(0xD7, longs(number)),
        element(0x73C5, longs(number)),
        element(0x83, new byte[] {1}),
        element(0x86, ascii(codec)),
        element(0xE0, element(0xB0, longs(320)), element(0xBA, longs(180))));
  }

  private static byte[] cluster(byte[] picture) {
    byte[][] blocks = new byte[26][];
    blocks[0] = element(0xE7, longs(0));
    for (int i = 1; i < blocks.length; i++) {
      int time = 40 * (i - 1);
      byte[] head = {(byte) 0x81, (byte) (time >> 8), (byte) time, (byte) 0x80};
      blocks[i] = element(0xA3, head, picture);
    }
    return element(0x1F43B675, blocks);
  }

  private static byte[] file(byte[]... parts) {
    return join(HEADER, element(0x18538067, parts));
  }
}
