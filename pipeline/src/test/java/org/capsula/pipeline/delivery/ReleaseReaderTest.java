package org.capsula.pipeline.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.delivery.Sheet.ReleasePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ReleaseReaderTest {
  private static Sheet read(String release) {
    return SheetReader.read("film.yaml", ("release: " + release).getBytes(UTF_8));
  }

  private static ReleasePart faultless(String release) {
    Sheet sheet = read(release);
    assertThat(sheet.problems()).isEmpty();
    return requireNonNull(sheet.release());
  }

  @Test
  void release_withEveryField_isRead() {
    ReleasePart part =
        faultless(
            "{audience: signed-in, opens: 2026-12-01 09:00, closes: 2027-07-01T00:00:30, zone: Europe/Athens}");

    assertThat(part.audience()).isEqualTo(Audience.SIGNED_IN);
    assertThat(part.opens()).isEqualTo(Instant.parse("2026-12-01T07:00:00Z"));
    assertThat(part.closes()).isEqualTo(Instant.parse("2027-06-30T21:00:30Z"));
    assertThat(part.zone()).isEqualTo(ZoneId.of("Europe/Athens"));
  }

  @ParameterizedTest
  @EnumSource(Audience.class)
  void audience_byItsWord_isRead(Audience audience) {
    assertThat(faultless("{audience: " + audience.word() + "}").audience()).isEqualTo(audience);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{zone: Europe/Paris}", "{closes: ~}", "{}", "{audience: public}"})
  void noTimes_meanAtOnceAndForEver(String release) {
    ReleasePart part = faultless(release);

    assertThat(part.opens()).isNull();
    assertThat(part.closes()).isNull();
    assertThat(part.audience()).isEqualTo(Audience.PUBLIC);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T09:00+05:00, 2026-12-01T04:00:00Z",
    "2026-12-01T09:00Z, 2026-12-01T09:00:00Z",
    "2026-10-25T02:30+01:00, 2026-10-25T01:30:00Z",
    "2026-12-01T09:00:15, 2026-12-01T08:00:15Z"
  })
  void time_withOrWithoutOffset_isOneInstant(String opens, Instant instant) {
    assertThat(faultless("{opens: " + opens + ", zone: Europe/Brussels}").opens())
        .isEqualTo(instant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{opens: 2026-03-29T02:30, zone: Europe/Brussels} | give 01:59 or 03:00",
        "{opens: 2026-10-25T02:30, zone: Europe/Brussels} |"
            + " 2026-10-25T02:30+02:00 or 2026-10-25T02:30+01:00",
        "{opens: 2026-10-25T03:30, zone: Europe/Athens} | comes twice",
        "{opens: 2026-12-01T09:00, closes: 2026-12-01T08:00, zone: UTC} | closes before it opens",
        "{opens: 2026-12-01T09:00, closes: 2026-12-01T09:00, zone: UTC} | closes before it opens",
        "{opens: 2026-12-01T09:00} | zone is missing",
        "{closes: 2026-12-01T09:00Z} | zone is missing",
        "{opens: 2026-12-01, zone: UTC} | is no time",
        "{opens: '', zone: UTC} | opens is empty",
        "{opens: null} | opens is empty",
        "{opens: tomorrow, zone: UTC} | is no time",
        "{opens: 2026-02-30T09:00, zone: UTC} | is no time",
        "{opens: +999999999-01-01T00:00, zone: UTC} | cannot be meant",
        "{opens: 0026-12-01T09:00, zone: UTC} | cannot be meant",
        "{opens: [2026-12-01T09:00], zone: UTC} | one value",
        "{opens: {date: 2026-12-01}, zone: UTC} | one value",
        "{opens: 2026-12-01T09:00, zone: Europe/Brussel} | is no zone",
        "{open: 2026-12-01T09:00, zone: UTC} | “open” is not known",
        "{audience: everybody} | none of public, signed-in, link",
        "public | should hold keys",
        "[public] | should hold keys"
      })
  void mistake_anywhere_leavesADraft(String release, String words) {
    Sheet sheet = read(release);

    assertThat(sheet.release()).isNull();
    assertThat(sheet.tellsRelease()).isFalse();
    assertThat(sheet.problems())
        .singleElement()
        .asString()
        .startsWith("film.yaml: release: ")
        .contains(words)
        .contains("a new capsule stays a draft");
  }
}
