package org.capsula.pipeline.production;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** A film of one still picture and several sounds, as a disc holds it (RFC 9559). */
final class MatroskaFootage {
  private static final int RATE = 48_000;
  private static final int FRAMES_PER_SECOND = 25;

  /** Flags of a sound (5.1.4.1.9 and 5.1.4.1.10). */
  static final int VISUAL_IMPAIRED = 0x55AC;

  /** Whose value 0 makes it a translation. */
  static final int ORIGINAL = 0x55AE;

  private final List<byte[]> entries = new ArrayList<>();
  private final List<Integer> tones = new ArrayList<>();

  MatroskaFootage() throws IOException {
    entries.add(
        element(
            0xAE,
            number(0xD7, 1),
            number(0x73C5, 1),
            number(0x83, 1 /* picture */),
            text(0x86, "V_MJPEG"),
            number(0x23E383, 1_000_000_000 / FRAMES_PER_SECOND),
            element(0xE0, number(0xB0, 160), number(0xBA, 90))));
  }

  /**
   * @param language as ISO 639-2 has it
   * @param flags elements and values in turn
   */
  MatroskaFootage sound(String language, int hertz, int... flags) throws IOException {
    tones.add(hertz);
    int track = tones.size() + 1;
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    entry.write(number(0xD7, track));
    entry.write(number(0x73C5, track));
    entry.write(number(0x83, 2 /* sound */));
    entry.write(number(0x88, track == 2 ? 1 : 0 /* the default one */));
    entry.write(text(0x22B59C, language));
    for (int i = 0; i < flags.length; i += 2) {
      entry.write(number(flags[i], flags[i + 1]));
    }
    entry.write(text(0x86, "A_PCM/INT/LIT"));
    byte[] rate = ByteBuffer.allocate(8).putDouble(RATE).array();
    entry.write(element(0xE1, element(0xB5, rate), number(0x9F, 1), number(0x6264, 16)));
    entries.add(element(0xAE, entry.toByteArray()));
    return this;
  }

  Path to(Path file, int seconds) throws IOException {
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.write(element(0x1549A966, number(0x2AD7B1, 1_000_000 /* ns a tick */)));
    segment.write(element(0x1654AE6B, entries.toArray(byte[][]::new)));
    byte[] picture = picture();
    for (int second = 0; second < seconds; second++) {
      ByteArrayOutputStream cluster = new ByteArrayOutputStream();
      cluster.write(number(0xE7, second * 1000L));
      for (int i = 0; i < FRAMES_PER_SECOND; i++) {
        int at = i * 1000 / FRAMES_PER_SECOND;
        cluster.write(block(1, at, picture));
        for (int sound = 0; sound < tones.size(); sound++) {
          cluster.write(block(sound + 2, at, samples(tones.get(sound), second, i)));
        }
      }
      segment.write(element(0x1F43B675, cluster.toByteArray()));
    }
    ByteArrayOutputStream film = new ByteArrayOutputStream();
    film.write(element(0x1A45DFA3, text(0x4282, "matroska"), number(0x4287, 4), number(0x4285, 2)));
    film.write(element(0x18538067, segment.toByteArray()));
    return Files.write(file, film.toByteArray());
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(160, 90, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
    return jpeg.toByteArray();
  }

  private static byte[] samples(int hertz, int second, int frame) {
    int count = RATE / FRAMES_PER_SECOND;
    ByteBuffer samples = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      double time = second + (frame * count + i) / (double) RATE;
      samples.putShort((short) (6000 * Math.sin(2 * Math.PI * hertz * time)));
    }
    return samples.array();
  }

  /** A SimpleBlock (10.2), each of which can be decoded by itself. */
  private static byte[] block(int track, int ticks, byte[] content) throws IOException {
    return element(
        0xA3,
        ByteBuffer.allocate(4 + content.length)
            .put((byte) (0x80 | track))
            .putShort((short) ticks)
            .put((byte) 0x80)
            .put(content)
            .array());
  }

  private static byte[] number(int id, long value) throws IOException {
    return element(id, ByteBuffer.allocate(8).putLong(value).array());
  }

  private static byte[] text(int id, String value) throws IOException {
    return element(id, value.getBytes(StandardCharsets.US_ASCII));
  }

  /** Identifier, length in eight bytes, content (RFC 8794, 4 to 6). */
  private static byte[] element(int id, byte[]... contents) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : contents) {
      content.write(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int shift = 24; shift >= 0; shift -= 8) {
      if (id >>> shift != 0) {
        out.write(id >>> shift);
      }
    }
    out.write(ByteBuffer.allocate(8).putLong(0x0100000000000000L | content.size()).array());
    content.writeTo(out);
    return out.toByteArray();
  }
}
