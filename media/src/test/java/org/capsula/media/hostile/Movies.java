package org.capsula.media.hostile;

import static org.capsula.media.hostile.Containers.ascii;
import static org.capsula.media.hostile.Containers.box;
import static org.capsula.media.hostile.Containers.fullBox;
import static org.capsula.media.hostile.Containers.ints;
import static org.capsula.media.hostile.Containers.join;
import static org.capsula.media.hostile.Containers.repeat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** QuickTime movies whose tables lie: ISO/IEC 14496-12, 8. */
final class Movies {
  private static final byte[] FTYP = box("ftyp", ascii("qt  "), ints(0), ascii("qt  "));
  private static final byte[] OWN_FILE = fullBox("dref", ints(1), box("url ", ints(1)));
  private static final byte[] ONE_CHUNK = fullBox("stsc", ints(1, 1, 1, 1));
  private static final byte[] PICTURE = jpeg();
  private static final int SECOND = 1000;

  private Movies() {}

  static byte[] honest() {
    return movie(OWN_FILE, stts(1, SECOND), stsz(1), ONE_CHUNK, new byte[0]);
  }

  /** Two pictures, the first of which is shown for twenty hours. */
  static byte[] ofTwentyHours() {
    byte[] stsz = fullBox("stsz", ints(0, 2, PICTURE.length, PICTURE.length));
    byte[] stsc = fullBox("stsc", ints(1, 1, 2, 1));
    return movie(OWN_FILE, stts(2, 20 * 3600 * SECOND), stsz, stsc, new byte[0]);
  }

  /** A uniform size needs no table, so that a few bytes declare two thousand million samples. */
  static byte[] ofEndlessSamples() {
    int count = 2_000_000_000;
    byte[] stsc = fullBox("stsc", ints(1, 1, count, 1));
    return movie(OWN_FILE, stts(count, 1), fullBox("stsz", ints(1, count)), stsc, new byte[0]);
  }

  /** Each of its edits shows the whole again. */
  static byte[] ofRepeatingEdits() {
    int edits = 100_000;
    int samples = 10_000;
    byte[] list = repeat(edits, ints(samples, 0, 0x10000));
    byte[] stsc = fullBox("stsc", ints(1, 1, samples, 1));
    return movie(
        OWN_FILE,
        stts(samples, 1),
        fullBox("stsz", ints(1, samples)),
        stsc,
        box("edts", fullBox("elst", ints(edits), list)));
  }

  /** Its samples are said to lie in another file: the data reference of QuickTime's alias. */
  static byte[] inAnotherFile(String path, String address) {
    byte[] name = ascii(path);
    byte[] record =
        join(
            new byte[4 + 2 + 2],
            new byte[] {0, 2},
            new byte[150 - 10],
            new byte[] {0, 2, 0, (byte) name.length},
            name,
            new byte[] {0, 18, 0, (byte) name.length},
            name,
            new byte[] {(byte) 0xff, (byte) 0xff, 0, 0});
    byte[] dref =
        fullBox(
            "dref", ints(1), box("alis", ints(0), record), box("url ", ints(0), ascii(address)));
    return movie(dref, stts(1, SECOND), stsz(1), ONE_CHUNK, new byte[0]);
  }

  /** A movie that is only a reference to another. */
  static byte[] thatRefers(String address) {
    byte[] url = ascii(address + '\0');
    byte[] rdrf = fullBox("rdrf", ascii("url "), ints(url.length), url);
    return join(FTYP, box("moov", box("rmra", box("rmda", rdrf))));
  }

  static byte[] ofManyTracks(int count) {
    return join(FTYP, box("moov", mvhd(), repeat(count, box("trak", tkhd()))));
  }

  static byte[] ofDeepBoxes(int depth) {
    byte[] inner = new byte[0];
    // Written outwards by hand: a box around a box would copy it each time.
    byte[] nested = new byte[8 * depth];
    for (int i = 0; i < depth; i++) {
      System.arraycopy(ints(nested.length - 8 * i), 0, nested, 8 * i, 4);
      System.arraycopy(ascii(i == 0 ? "moov" : "udta"), 0, nested, 8 * i + 4, 4);
    }
    return join(FTYP, nested, inner);
  }

  private static byte[] movie(byte[] dref, byte[] stts, byte[] stsz, byte[] stsc, byte[] edits) {
    byte[] stbl = box("stbl", stsd(), stts, stsc, stsz, fullBox("stco", ints(1, FTYP.length + 8)));
    byte[] minf = box("minf", fullBox("vmhd", new byte[8]), box("dinf", dref), stbl);
    byte[] mdia =
        box(
            "mdia",
            fullBox("mdhd", ints(0, 0, SECOND, SECOND, 0)),
            fullBox("hdlr", ints(0), ascii("vide"), new byte[13]),
            minf);
    return join(
        FTYP, box("mdat", PICTURE, PICTURE), box("moov", mvhd(), box("trak", tkhd(), edits, mdia)));
  }

  private static byte[] mvhd() {
    return fullBox(
        "mvhd", ints(0, 0, SECOND, SECOND, 0x10000), new byte[12], matrix(), new byte[28]);
  }

  private static byte[] tkhd() {
    return fullBox(
        "tkhd", ints(0, 0, 1, 0, SECOND), new byte[16], matrix(), ints(320 << 16, 180 << 16));
  }

  private static byte[] matrix() {
    return ints(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
  }

  private static byte[] stsd() {
    byte[] entry =
        box(
            "jpeg",
            new byte[] {0, 0, 0, 0, 0, 0, 0, 1},
            new byte[16],
            ints(320 << 16 | 180, 0x480000, 0x480000, 0),
            new byte[] {0, 1},
            new byte[32],
            new byte[] {0, 24, -1, -1});
    return fullBox("stsd", ints(1), entry);
  }

  private static byte[] stts(int count, int each) {
    return fullBox("stts", ints(1, count, each));
  }

  private static byte[] stsz(int count) {
    return fullBox("stsz", ints(PICTURE.length, count));
  }

  static byte[] jpeg() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(320, 180, BufferedImage.TYPE_3BYTE_BGR), "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
