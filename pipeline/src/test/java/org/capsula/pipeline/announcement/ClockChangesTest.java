package org.capsula.pipeline.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.capsula.pipeline.announcement.Announcement.Kind;
import org.capsula.pipeline.catalog.TestCatalogue;
import org.capsula.pipeline.catalog.release.LocalTimes;
import org.capsula.pipeline.catalog.release.LocalTimes.AmbiguousTimeException;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Both nights of 2027 on which the clocks change, in the five countries. */
class ClockChangesTest {
  private static final List<String> ZONES =
      List.of(
          "Europe/Brussels",
          "Europe/Paris",
          "Europe/Athens",
          "Europe/Bucharest",
          "Europe/Luxembourg");

  private static final Duration LENGTH = Duration.ofMinutes(90);

  @TempDir private Path folder;

  static Stream<Object[]> nights() {
    return ZONES.stream()
        .flatMap(
            zone ->
                Stream.of("2027-03-28", "2027-10-31")
                    .map(night -> new Object[] {ZoneId.of(zone), LocalDate.parse(night)}));
  }

  /** A capsule for each quarter of an hour of the night, and where that means two, for each. */
  @ParameterizedTest
  @MethodSource("nights")
  void releases_areSeenExactlyFromOpeningUntilClosing(ZoneId zone, LocalDate night) {
    List<OffsetDateTime> openings =
        IntStream.range(4, 21)
            .mapToObj(quarter -> night.atStartOfDay().plusMinutes(15L * quarter))
            .flatMap(local -> LocalTimes.meanings(local, zone).stream())
            .distinct()
            .toList();
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      for (OffsetDateTime opening : openings) {
        String id = id(opening);
        Instant opens = opening.toInstant();
        assertThat(opens.atZone(zone).toOffsetDateTime()).as("of that zone").isEqualTo(opening);
        catalogue.addDraft(id);
        catalogue.addEdition(id, "e", false);
        catalogue.release(id, Audience.PUBLIC, opens, opens.plus(LENGTH));
      }
      openings.forEach(opening -> assertSeenInItsTime(catalogue, opening));
      assertAnnouncedOnce(catalogue, openings);
    }
  }

  private static String id(OffsetDateTime opening) {
    return "c" + opening.toInstant().toEpochMilli();
  }

  private static void assertSeenInItsTime(TestCatalogue catalogue, OffsetDateTime opening) {
    String id = id(opening);
    Instant opens = opening.toInstant();
    Instant closes = opens.plus(LENGTH);
    for (Duration jump : List.of(Duration.ofMillis(1), Duration.ofHours(1), Duration.ofDays(1))) {
      assertThat(catalogue.isSeen(id, opens.minus(jump))).as("%s - %s", id, jump).isFalse();
    }
    for (Duration jump : List.of(Duration.ZERO, Duration.ofHours(1), Duration.ofDays(1))) {
      assertThat(catalogue.isSeen(id, closes.plus(jump))).as("%s + %s", id, jump).isFalse();
    }
    assertThat(catalogue.isSeen(id, opens)).as(id).isTrue();
    assertThat(catalogue.isSeen(id, opens.plus(Duration.ofHours(1)))).as(id).isTrue();
    assertThat(catalogue.isSeen(id, closes.minusMillis(1))).as(id).isTrue();
  }

  /** The clock that rings is down at most of the instants, and jumps back and forth between. */
  private static void assertAnnouncedOnce(TestCatalogue catalogue, List<OffsetDateTime> openings) {
    Announcer announcer = new Announcer(catalogue.database);
    Instant night = openings.get(0).toInstant();
    List<Announcement> said = new ArrayList<>();
    for (int minutes = -70; minutes < 600; minutes += 35) {
      for (long jump : new long[] {0, -60, -1440, 0}) {
        said.addAll(announcer.ring(night.plus(Duration.ofMinutes(minutes + jump))));
      }
    }
    said.addAll(announcer.ring(night.plus(Duration.ofDays(2))));
    for (OffsetDateTime opening : openings) {
      assertThat(said)
          .filteredOn(each -> each.capsuleId().equals(id(opening)))
          .extracting(Announcement::kind, Announcement::dueAt)
          .containsExactly(
              tuple(Kind.OPENED, opening.toInstant()),
              tuple(Kind.CLOSING, opening.toInstant().plus(LENGTH)),
              tuple(Kind.CLOSED, opening.toInstant().plus(LENGTH)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Brussels,   2027-03-28T01:59, 2027-03-28T01:59+01:00",
    "Europe/Brussels,   2027-03-28T02:00, 2027-03-28T01:00+01:00 2027-03-28T03:00+02:00",
    "Europe/Luxembourg, 2027-03-28T02:30, 2027-03-28T01:30+01:00 2027-03-28T03:30+02:00",
    "Europe/Paris,      2027-03-28T03:00, 2027-03-28T03:00+02:00",
    "Europe/Paris,      2027-10-31T01:59, 2027-10-31T01:59+02:00",
    "Europe/Brussels,   2027-10-31T02:00, 2027-10-31T02:00+02:00 2027-10-31T02:00+01:00",
    "Europe/Luxembourg, 2027-10-31T02:59, 2027-10-31T02:59+02:00 2027-10-31T02:59+01:00",
    "Europe/Paris,      2027-10-31T03:00, 2027-10-31T03:00+01:00",
    "Europe/Athens,     2027-03-28T02:30, 2027-03-28T02:30+02:00",
    "Europe/Athens,     2027-03-28T03:30, 2027-03-28T02:30+02:00 2027-03-28T04:30+03:00",
    "Europe/Bucharest,  2027-03-28T03:59, 2027-03-28T02:59+02:00 2027-03-28T04:59+03:00",
    "Europe/Athens,     2027-10-31T03:30, 2027-10-31T03:30+03:00 2027-10-31T03:30+02:00",
    "Europe/Bucharest,  2027-10-31T04:00, 2027-10-31T04:00+02:00"
  })
  void localTime_hasTheseMeanings(String zone, LocalDateTime local, String meanings)
      throws Exception {
    List<OffsetDateTime> expected =
        Stream.of(meanings.split(" ", -1)).map(OffsetDateTime::parse).toList();

    assertThat(LocalTimes.meanings(local, ZoneId.of(zone))).isEqualTo(expected);
    if (expected.size() == 1) {
      assertThat(LocalTimes.instant(local, ZoneId.of(zone))).isEqualTo(expected.get(0).toInstant());
    } else {
      assertThatThrownBy(() -> LocalTimes.instant(local, ZoneId.of(zone)))
          .isInstanceOf(AmbiguousTimeException.class);
    }
  }
}
