package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.capsula.media.Finding;
import org.capsula.media.SharedData;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.transcode.TranscodeResult;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies that broke off. Whatever is left of them, the decoder process answers. */
class TruncatedFootageTest {
  @TempDir Path folder;

  @Test
  void filmWithItsIndexInFront_cutAnywhere_isRefusedOrReportedShort() throws Exception {
    byte[] film = Files.readAllBytes(SharedData.film("vfr-640x480.mov"));
    assertThat(position(film, "moov")).isLessThan(position(film, "mdat"));

    int readable = assertEveryCutIsAnswered(film, places(film.length, 20));

    assertThat(readable).as("what is in front can be had").isGreaterThan(10);
  }

  @Test
  void filmWithItsIndexBehind_cutAnywhere_isRefused() throws Exception {
    byte[] film = Files.readAllBytes(SharedData.film("rotated-270.mp4"));
    assertThat(position(film, "mdat")).isLessThan(position(film, "moov"));

    assertThat(assertEveryCutIsAnswered(film, places(film.length, 20))).isZero();
  }

  @Test
  void otherContainers_cutAnywhere_areAnswered() throws Exception {
    for (String name : List.of("mpeg2-1080p.ts", "mpeg4-mp3.avi", "vp9-60fps-vorbis51.webm")) {
      byte[] film = Files.readAllBytes(SharedData.film(name));
      assertEveryCutIsAnswered(film, places(film.length, 5));
    }
  }

  @Test
  void cutFilm_transcoded_givesWhatIsLeftAndSaysWhatIsNot() throws Exception {
    byte[] film = Files.readAllBytes(SharedData.film("vfr-640x480.mov"));
    for (int percent : new int[] {2, 40, 77}) {
      Path cut = cut(film, film.length / 100 * percent);
      Path folder = Files.createTempDirectory(this.folder, "cut");
      try (DecoderProcess decoder =
          DecoderProcess.start(Files.createDirectory(folder.resolve("s")))) {
        MediaInfo info = decoder.inspect(cut, Trim.NONE);
        TranscodeResult result =
            decoder.transcode(Production.job(cut, folder, info, Trim.NONE, 234), time -> {});
        assertThat(Stream.concat(info.findings().stream(), result.findings().stream()))
            .extracting(Finding::code)
            .contains("footage-truncated");
      }
    }
  }

  @Test
  void damagedFilm_transcoded_isAnsweredWithDecodeErrors() throws Exception {
    byte[] film = Files.readAllBytes(SharedData.film("vfr-640x480.mov"));
    Random random = new Random(11);
    for (int i = 0; i < 400; i++) {
      film[film.length / 4 + random.nextInt(film.length / 2)] ^= (byte) (1 + random.nextInt(255));
    }
    Path damaged = cut(film, film.length);
    try (DecoderProcess decoder =
        DecoderProcess.start(Files.createDirectory(folder.resolve("s")))) {
      MediaInfo info = decoder.inspect(damaged, Trim.NONE);
      TranscodeResult result =
          decoder.transcode(Production.job(damaged, folder, info, Trim.NONE, 234), time -> {});
      assertThat(result.findings())
          .filteredOn(finding -> finding.code().equals("decode-errors"))
          .isNotEmpty()
          .allSatisfy(
              finding -> assertThat(finding.start()).isBetween(Duration.ZERO, info.duration()));
      assertThat(result.videoDecoders()).isEqualTo(1);
    }
  }

  /**
   * @return how many of the cut films could be read
   */
  private int assertEveryCutIsAnswered(byte[] film, int[] places)
      throws IOException, UnreadableMediaException {
    int readable = 0;
    Path scratch = Files.createTempDirectory(folder, "scratch");
    try (DecoderProcess decoder = DecoderProcess.start(scratch)) {
      Duration whole = decoder.inspect(cut(film, film.length), Trim.NONE).duration();
      for (int place : places) {
        try {
          MediaInfo info = decoder.inspect(cut(film, place), Trim.NONE);
          boolean said =
              info.findings().stream()
                  .anyMatch(finding -> finding.code().equals("footage-truncated"));
          assertThat(said || info.duration().compareTo(whole) < 0)
              .as("cut at %d: %s", place, info)
              .isTrue();
          readable++;
        } catch (UnreadableMediaException e) {
          assertThat(e).hasMessageStartingWith("it ");
        }
      }
    }
    return readable;
  }

  private static int[] places(int length, int count) {
    Random random = new Random(length);
    return IntStream.generate(() -> 1 + random.nextInt(length * 19 / 20)).limit(count).toArray();
  }

  private Path cut(byte[] film, int length) throws IOException {
    return Files.write(folder.resolve("film"), Arrays.copyOf(film, length));
  }

  private static int position(byte[] film, String box) {
    int at = 0;
    while (true) {
      int size = ByteBuffer.wrap(film, at, 4).getInt();
      if (new String(film, at + 4, 4, StandardCharsets.US_ASCII).equals(box)) {
        return at;
      }
      at += size;
    }
  }
}
