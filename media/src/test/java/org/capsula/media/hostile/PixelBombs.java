package org.capsula.media.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.bytedeco.ffmpeg.global.avcodec;
import org.capsula.media.ffmpeg.GeneratedFilm;

/** A few hundred bytes that declare a picture of gigabytes. */
final class PixelBombs {
  private static final int SIDE = 30_000;

  private PixelBombs() {}

  /** ISO/IEC 15948: header, a row's worth of data, end. */
  static byte[] png() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    byte[] header =
        ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE).put(new byte[] {8, 2, 0, 0, 0}).array();
    png.writeBytes(chunk("IHDR", header));
    png.writeBytes(chunk("IDAT", deflated(new byte[3 * SIDE + 1])));
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] typed =
        ByteBuffer.allocate(4 + data.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(data)
            .array();
    CRC32 crc = new CRC32();
    crc.update(typed);
    return ByteBuffer.allocate(8 + typed.length)
        .putInt(data.length)
        .put(typed)
        .putInt((int) crc.getValue())
        .array();
  }

  private static byte[] deflated(byte[] data) {
    Deflater deflater = new Deflater();
    deflater.setInput(data);
    deflater.finish();
    byte[] out = new byte[data.length + 64];
    int length = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  /** ITU-T H.264, 7.3.2: 15,984 pixels a side, the most that libav* takes for a size at all. */
  static byte[] h264() {
    int macroblocks = 999;
    byte[] sps =
        new Bits()
            .u(8, 0x67)
            .u(8, 66)
            .u(8, 0)
            .u(8, 62)
            .ue(0, 0, 2, 1)
            .u(1, 0)
            .ue(macroblocks - 1, macroblocks - 1)
            .u(4, 0b1100)
            .bytes();
    byte[] pps =
        new Bits().u(8, 0x68).ue(0, 0).u(2, 0).ue(0, 0, 0).u(3, 0).ue(0, 0, 0).u(3, 0).bytes();
    byte[] slice = new Bits().u(8, 0x65).ue(0, 7, 0).u(4, 0).ue(0).u(2, 0).ue(0, 0).bytes();
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int i = 0; i < 50; i++) {
      for (byte[] unit : new byte[][] {sps, pps, slice}) {
        stream.writeBytes(Bits.nal(unit));
      }
    }
    return stream.toByteArray();
  }

  /** A small HEVC film whose sequence parameters (ITU-T H.265, 7.3.2.2) get another size. */
  static byte[] hevc(Path folder) throws Exception {
    Path small =
        new GeneratedFilm(128, 128)
            .with(avcodec.AV_CODEC_ID_HEVC, /* mostBFrames= */ 0)
            .to(folder.resolve("small.hevc"), 0.2);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    for (byte[] unit : units(Files.readAllBytes(small))) {
      int type = unit[0] >> 1 & 63;
      bomb.writeBytes(type == 33 ? Bits.nal(enlarged(unit)) : withStartCode(unit));
    }
    return bomb.toByteArray();
  }

  private static byte[] enlarged(byte[] sps) {
    Bits bits = Bits.of(withoutEmulation(sps));
    // Header 16 bits, layers 8, profile and level 96, then sps_id and chroma_format_idc.
    int width = 120 + bits.lengthOfUe(120);
    width += bits.lengthOfUe(width);
    int height = width + bits.lengthOfUe(width);
    int end = height + bits.lengthOfUe(height);
    return bits.replace(width, end, new Bits().ue(16_000, 16_000)).bytes();
  }

  private static byte[] withoutEmulation(byte[] unit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < unit.length; i++) {
      if (!(i >= 2 && unit[i] == 3 && unit[i - 1] == 0 && unit[i - 2] == 0)) {
        out.write(unit[i]);
      }
    }
    return out.toByteArray();
  }

  private static byte[] withStartCode(byte[] unit) {
    return ByteBuffer.allocate(4 + unit.length).putInt(1).put(unit).array();
  }

  private static List<byte[]> units(byte[] stream) {
    List<byte[]> units = new ArrayList<>();
    int begin = -1;
    for (int i = 0; i + 2 <= stream.length; i++) {
      boolean end = i + 2 == stream.length;
      if (end
          || (stream[i] == 0
              && stream[i + 1] == 0
              && i + 2 < stream.length
              && stream[i + 2] == 1)) {
        if (begin >= 0) {
          int stop = end ? stream.length : stream[i - 1] == 0 ? i - 1 : i;
          units.add(Arrays.copyOfRange(stream, begin, stop));
        }
        begin = i + 3;
      }
    }
    return units;
  }

  /** VP9 bitstream specification, 6.2: a key frame of 65,536 pixels a side. */
  static byte[] vp9() {
    return new Bits()
        .u(2, 2)
        .u(2, 0)
        .u(1, 0)
        .u(3, 0b010)
        .u(24, 0x498342)
        .u(4, 0)
        .u(16, 0xffff)
        .u(16, 0xffff)
        .u(32, 0)
        .u(32, 0x12345678)
        .bytes();
  }

  /** AV1 bitstream specification, 5.5: a sequence of 65,536 pixels a side and a frame of it. */
  static byte[] av1() {
    byte[] sequence =
        new Bits()
            .u(3, 0)
            .u(2, 0b11)
            .u(5, 31)
            .u(4, 15)
            .u(4, 15)
            .u(16, 0xffff)
            .u(16, 0xffff)
            .u(6, 0)
            .u(4, 0)
            .u(2, 0)
            .u(2, 0)
            .bytes();
    byte[] frame = new byte[64];
    return ByteBuffer.allocate(2 + 2 + sequence.length + 2 + frame.length)
        .put(new byte[] {0x12, 0})
        .put(new byte[] {0x0a, (byte) sequence.length})
        .put(sequence)
        .put(new byte[] {0x32, (byte) frame.length})
        .put(frame)
        .array();
  }
}
