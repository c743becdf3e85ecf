package org.capsula.pipeline.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.capsula.pipeline.database.TestDatabase;
import org.capsula.pipeline.upkeep.DiskForecast.Level;
import org.capsula.pipeline.upkeep.DiskUseStore.Sample;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskTest {
  private static final long GB = 1_000_000_000;

  @TempDir private Path folder;
  private Larder larder;
  private Disk disk;

  @BeforeEach
  void open() throws IOException {
    larder = new Larder(folder);
    disk = new Disk(larder.library, larder.pruning, larder.clock);
  }

  @AfterEach
  void close() {
    larder.close();
  }

  @Test
  void use_isToldByKind_andWhatWaitsForItsRemovalIsNotToldTwice() throws IOException {
    larder.addCapsule("a");
    larder.show("a", "old");
    larder.show("a", "new");
    larder.addCapsule("gone");
    larder.sql("DELETE FROM capsule WHERE id = 'gone'");
    larder.pruneAfter(0);
    Files.writeString(larder.storage.download("film"), "1234567");
    Files.createDirectories(larder.library.folder().resolve("uploads/one"));
    Files.writeString(larder.library.folder().resolve("uploads/one/bytes"), "123");

    DiskUse use = disk.use();

    assertThat(use.footage()).isEqualTo("footage of a".length());
    assertThat(use.editions()).isEqualTo(5);
    assertThat(use.texts()).isZero();
    assertThat(use.unused()).isEqualTo(5 + "footage of gone".length());
    assertThat(use.downloads()).isEqualTo(7);
    assertThat(use.underWay()).isEqualTo(3);
    // PostgreSQL's is on a disk of its own.
    assertThat(use.data() > 0).isNotEqualTo(TestDatabase.isPostgreSql());
    assertThat(use.total()).isEqualTo(12 + 5 + 5 + "footage of gone".length() + 7 + 3 + use.data());
  }

  @Test
  void growth_isUnknownInTheFirstWeek() throws IOException {
    disk.sample(larder.now());
    larder.clock.forward(Duration.ofDays(6));
    disk.sample(larder.now());

    DiskForecast forecast = disk.forecast();
    assertThat(forecast.bytesAWeek()).isNull();
    assertThat(forecast.weeksLeft()).isNull();
    assertThat(forecast.freeBytes()).isPositive().isLessThanOrEqualTo(forecast.totalBytes());

    larder.clock.forward(Duration.ofDays(1));
    disk.sample(larder.now());
    assertThat(disk.forecast().bytesAWeek()).isNotNull();
  }

  @Test
  void sample_ofADay_isKeptOnce() throws IOException {
    disk.sample(Instant.parse("2026-12-01T06:00:00Z"));
    disk.sample(Instant.parse("2026-12-01T18:00:00Z"));
    disk.sample(Instant.parse("2026-12-02T06:00:00Z"));

    assertThat(larder.count("disk_sample")).isEqualTo(2);
  }

  @Test
  void samples_ofLongAgo_tellNothingOfNow() throws IOException {
    disk.sample(larder.now());
    larder.clock.forward(Duration.ofDays(57));
    disk.sample(larder.now());

    assertThat(disk.forecast().bytesAWeek()).isNull();
  }

  @Test
  void growth_isTheLineThroughAllSamples() {
    assertThat(Growth.aWeek(samples(day -> day * 2L * GB / 7, 0, 7, 14, 21)))
        .isEqualTo(OptionalLong.of(2 * GB));
    // One heavy day in the middle is no new habit.
    assertThat(Growth.aWeek(samples(day -> day == 14 ? 9 * GB : GB, 0, 7, 14, 21, 28)))
        .isEqualTo(OptionalLong.of(0));
    assertThat(Growth.aWeek(samples(day -> (40 - day) * GB, 0, 10)))
        .isEqualTo(OptionalLong.of(-7 * GB));
    assertThat(Growth.aWeek(samples(day -> day, 0))).isEmpty();
    assertThat(Growth.aWeek(List.of())).isEmpty();
  }

  @Test
  void weeksLeft_isToldOnlyOfALibraryThatGrows() {
    assertThat(Disk.weeksLeft(10 * GB, 3 * GB)).isEqualTo(3);
    assertThat(Disk.weeksLeft(10 * GB, 0L)).isNull();
    assertThat(Disk.weeksLeft(10 * GB, -GB)).isNull();
    assertThat(Disk.weeksLeft(10 * GB, null)).isNull();
  }

  @Test
  void level_warnsInTime() {
    assertThat(forecast(500 * GB, null).level()).isEqualTo(Level.FINE);
    assertThat(forecast(500 * GB, 6L).level()).isEqualTo(Level.FINE);
    assertThat(forecast(500 * GB, 5L).level()).isEqualTo(Level.LOW);
    assertThat(forecast(19 * GB, null).level()).isEqualTo(Level.LOW);
    assertThat(forecast(4 * GB, 100L).level()).isEqualTo(Level.ALMOST_FULL);
  }

  private static DiskForecast forecast(long free, @Nullable Long weeksLeft) {
    return new DiskForecast(
        new DiskUse(0, 0, 0, 0, 0, 0, 0),
        free,
        1000 * GB,
        weeksLeft == null ? null : GB,
        weeksLeft);
  }

  private static List<Sample> samples(java.util.function.IntToLongFunction used, int... days) {
    LocalDate first = LocalDate.of(2026, 12, 1);
    return IntStream.of(days)
        .mapToObj(
            day -> {
              LocalDate date = first.plusDays(day);
              return new Sample(
                  date.toString(),
                  date.atStartOfDay(ZoneOffset.UTC).toInstant(),
                  used.applyAsLong(day),
                  GB);
            })
        .toList();
  }
}
