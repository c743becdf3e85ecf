package org.capsula.pipeline.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.capsula.media.transcode.Preset;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.SharedData;
import org.capsula.pipeline.report.Finding;
import org.capsula.pipeline.report.Report;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Footage that any player plays already: the download of a film that Capsula made. */
class CopiedFootageTest {
  private static final Trim PART = new Trim(Duration.ofSeconds(10), Duration.ofSeconds(18));

  @TempDir private static Path temporary;
  private static Path footage;

  @BeforeAll
  static void makeFootage() {
    produce(SharedData.path("media/sintel-trailer-720p.mp4"), "first", List.of(360), PART);
    footage = temporary.resolve("first/download.mp4");
  }

  @Test
  void footageFitForPlayers_isCopiedAndTheReportSaysSo() {
    Report report = produce(footage, "copied", List.of(), Trim.NONE);

    assertThat(report.ladder().get(report.ladder().size() - 2).reason())
        .isEqualTo("the footage's own size; its stream is copied as it is");
    assertThat(report.tracks().get(0).bytes())
        // The headers of its fragments differ.
        .isCloseTo(sizeOf("first/video-360.mp4"), withinPercentage(0.5));
  }

  @Test
  void partOfSuchFootage_isEncoded() {
    Report report =
        produce(footage, "cut", List.of(234, 360), new Trim(Duration.ofSeconds(1), null));

    assertThat(report.ladder())
        .extracting(Report.LadderStep::reason)
        .containsExactly("asked for; encoded, as a part of it is cut off", "asked for");
  }

  /** A player stops where our decoder gets over the damage. */
  @Test
  void damagedFootage_isEncodedAfterAll() throws IOException {
    byte[] bytes = Files.readAllBytes(footage);
    Random random = new Random(6);
    int middle = bytes.length / 2;
    for (int i = 0; i < 60; i++) {
      bytes[middle + random.nextInt(bytes.length / 4)] ^= (byte) (1 << random.nextInt(8));
    }
    Path damaged = Files.write(temporary.resolve("damaged.mp4"), bytes);

    Report report = produce(damaged, "mended", List.of(360, 234), Trim.NONE);

    assertThat(report.findings()).extracting(Finding::code).contains("decode-errors");
    assertThat(report.ladder().get(0).reason()).isEqualTo("asked for; encoded, as it is damaged");
    Report again =
        produce(temporary.resolve("mended/video-360.mp4"), "again", List.of(234), Trim.NONE);
    assertThat(again.findings()).extracting(Finding::code).doesNotContain("decode-errors");
  }

  private static Report produce(Path film, String name, List<Integer> ladder, Trim trim) {
    Order order = new Order(film, List.of(), temporary.resolve(name), ladder, Preset.FAST, trim);
    return new Producer().produce(order, (step, percent) -> {});
  }

  private static long sizeOf(String name) {
    return temporary.resolve(name).toFile().length();
  }
}
