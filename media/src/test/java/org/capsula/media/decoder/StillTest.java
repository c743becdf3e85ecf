package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.capsula.media.SharedData;
import org.capsula.media.drawing.Capture;
import org.capsula.media.drawing.DrawJob;
import org.capsula.media.drawing.DrawnFilm;
import org.capsula.media.ffmpeg.Film;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.still.StillJob;
import org.capsula.media.still.StillSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stills of films and of pictures, taken by a real child process and read by Java's own reader. */
class StillTest {
  @TempDir Path folder;
  private DecoderProcess decoder;

  @BeforeEach
  void start() throws IOException {
    decoder = DecoderProcess.start(Files.createDirectory(folder.resolve("scratch")));
  }

  @AfterEach
  void end() {
    decoder.close();
  }

  @Test
  void timeInAFilm_givesTheFrameThatIsShownThen() throws Exception {
    Path film = SharedData.film("sintel-trailer-720p.mp4");

    for (double seconds : new double[] {13.02, 30.5}) {
      Path still = folder.resolve(seconds + ".jpg");
      assertThat(decoder.still(new StillJob(film, millis(seconds), 1920, still)))
          .isEqualTo(new StillSize(1280, 720));
      // 24 frames/s: the one that is shown began up to a twenty-fourth before.
      int[][] shown = new Film(film).luma(Math.floor(seconds * 24) / 24, 64, 36);
      // A JPEG's luma weighs the colours as BT.601 does, the film's as BT.709.
      assertThat(CapsuleTest.difference(new Film(still).luma(0, 64, 36), shown)).isLessThan(3);
    }
    assertThat(
            CapsuleTest.difference(
                new Film(folder.resolve("13.02.jpg")).luma(0, 64, 36),
                new Film(folder.resolve("30.5.jpg")).luma(0, 64, 36)))
        .isGreaterThan(10);
  }

  @Test
  void timeBehindTheEnd_givesTheLastFrame() throws Exception {
    Path film = SharedData.film("rotated-270.mp4");
    Path last = folder.resolve("last.jpg");

    StillSize size = decoder.still(new StillJob(film, Duration.ofHours(1), 640, last));

    // On its side, and brought to 640 pixels.
    assertThat(size).isEqualTo(new StillSize(360, 640));
    assertThat(ImageIO.read(last.toFile()).getHeight()).isEqualTo(640);
  }

  /** A film that is drawn is the one whose colours are known. */
  @Test
  void still_hasTheColoursThatWereDrawn() throws Exception {
    Path film = folder.resolve("film.mov");
    decoder.draw(
        new DrawJob(DrawnFilm.ALLOWANCE_FORM, Duration.ofSeconds(2), new Capture(90, 1, 0), film),
        time -> {});
    Path still = folder.resolve("still.jpg");
    decoder.still(new StillJob(film, Duration.ofSeconds(1), 4000, still));
    BufferedImage drawn = new BufferedImage(720, 1280, BufferedImage.TYPE_INT_RGB);
    DrawnFilm.ALLOWANCE_FORM.reel().paint(drawn, Duration.ofSeconds(1));

    BufferedImage taken = ImageIO.read(still.toFile());
    assertThat(taken.getWidth()).isEqualTo(720);
    assertThat(difference(taken, drawn)).isLessThan(2.5);
  }

  @Test
  void picture_becomesAJpegOfNoMoreThanTheAskedSize() throws Exception {
    Path png = folder.resolve("poster.png");
    BufferedImage drawn = drawn(1000, 400);
    ImageIO.write(drawn, "png", png.toFile());
    Path large = folder.resolve("large.jpg");
    Path small = folder.resolve("small.jpg");

    assertThat(decoder.still(new StillJob(png, null, 1920, large)))
        .isEqualTo(new StillSize(1000, 400));
    assertThat(decoder.still(new StillJob(png, null, 500, small)))
        .isEqualTo(new StillSize(500, 200));
    assertThat(difference(ImageIO.read(large.toFile()), drawn)).isLessThan(3);
  }

  /** Exif 2.32, 4.6.5.1.6: 6 says that the camera's row 0 is the right side. */
  @Test
  void pictureOfAPhoneHeldUpright_isTurnedAsItsExifSays() throws Exception {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(drawn(200, 100), "jpg", jpeg);
    Path phone = folder.resolve("phone.jpg");
    Files.write(phone, withOrientation(jpeg.toByteArray(), 6));
    Path still = folder.resolve("still.jpg");

    assertThat(decoder.still(new StillJob(phone, null, 1920, still)))
        .isEqualTo(new StillSize(100, 200));
    BufferedImage upright = ImageIO.read(still.toFile());
    // Red was drawn at the left; clockwise it is on top.
    assertThat(new Color(upright.getRGB(50, 20)).getRed()).isCloseTo(255, within(8));
    assertThat(new Color(upright.getRGB(50, 180)).getBlue()).isCloseTo(255, within(8));
    assertThat(Files.readString(still, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
  }

  @Test
  void whatIsNoPosterPicture_isRefused() throws Exception {
    Path playlist = folder.resolve("poster.jpg");
    Files.writeString(
        playlist, "#EXTM3U\n#EXTINF:1,\n" + SharedData.film("with-chapters.mp4") + "\n");
    Path cut = folder.resolve("cut.png");
    ImageIO.write(drawn(400, 400), "png", cut.toFile());
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 20));

    for (Path file :
        new Path[] {playlist, cut, bomb(60_000, 60_000), SharedData.film("with-chapters.mp4")}) {
      Path target = folder.resolve("refused.jpg");
      assertThatThrownBy(() -> decoder.still(new StillJob(file, null, 1920, target)))
          .as(file.toString())
          .isInstanceOfSatisfying(
              UnreadableMediaException.class,
              e -> assertThat(e.code()).isEqualTo("picture-unreadable"));
      assertThat(target).doesNotExist();
    }
    // It goes on after a refusal.
    Path good = folder.resolve("good.png");
    ImageIO.write(drawn(40, 40), "png", good.toFile());
    assertThat(decoder.still(new StillJob(good, null, 64, folder.resolve("good.jpg"))).width())
        .isEqualTo(40);
  }

  @Test
  void soundAlone_hasNoStill() {
    StillJob job =
        new StillJob(
            SharedData.film("audio-only-speech-8khz.mp4"),
            Duration.ZERO,
            640,
            folder.resolve("none.jpg"));

    assertThatThrownBy(() -> decoder.still(job))
        .isInstanceOfSatisfying(
            UnreadableMediaException.class,
            e -> assertThat(e.code()).isEqualTo("still-unreadable"));
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** Red at the left, blue at the right, something in between. */
  private static BufferedImage drawn(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 3, height);
    graphics.setColor(new Color(40, 160, 90));
    graphics.fillRect(width / 3, 0, width / 3, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(2 * (width / 3), 0, width, height);
    graphics.dispose();
    return image;
  }

  /** Mean absolute difference of the three colours, over every eighth pixel. */
  private static double difference(BufferedImage a, BufferedImage b) {
    double sum = 0;
    int count = 0;
    for (int y = 0; y < b.getHeight(); y += 8) {
      for (int x = 0; x < b.getWidth(); x += 8) {
        Color one = new Color(a.getRGB(x, y));
        Color other = new Color(b.getRGB(x, y));
        sum += Math.abs(one.getRed() - other.getRed());
        sum += Math.abs(one.getGreen() - other.getGreen());
        sum += Math.abs(one.getBlue() - other.getBlue());
        count += 3;
      }
    }
    return sum / count;
  }

  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    byte[] exif = {
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8, // big endian, one directory at 8
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + exif.length + 4);
    out.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 2)).put(exif);
    return out.put(jpeg, 2, jpeg.length - 2).array();
  }

  /** A picture that says it is huge, in a few bytes. */
  private Path bomb(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    out.write(
        chunk(
            "IHDR",
            ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array()));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(new byte[1 << 20]);
    }
    out.write(chunk("IDAT", packed.toByteArray()));
    out.write(chunk("IEND", new byte[0]));
    return Files.write(folder.resolve("bomb.png"), out.toByteArray());
  }

  private static byte[] chunk(String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    return ByteBuffer.allocate(content.length + 12)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) sum.getValue())
        .array();
  }
}
