package org.capsula.subtitles.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.CueSettings;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.SharedData;
import org.capsula.subtitles.reading.SubtitleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsTest {

  /** Cues and intervals as {@code start-end text}, in seconds, parted by a slash. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1-2 a / 3-4 b          | 1-2 a / 3-4 b",
        "1-2 a / 2-3 b          | 1-2 a / 2-3 b",
        "1-2 a / 2-3 a          | 1-3 a",
        "1-3 a / 2-4 b          | 1-2 a / 2-3 a+b / 3-4 b",
        "1-4 a / 2-3 b          | 1-2 a / 2-3 a+b / 3-4 a",
        "3-4 b / 1-2 a          | 1-2 a / 3-4 b",
        "2-4 first / 1-3 second | 1-2 second / 2-3 first+second / 3-4 first",
        "1-2 a / 1-2 b          | 1-2 a+b",
        "2-2 a / 3-1 b          | ''",
        "1-2 <i></i> / 3-4 &nbsp; / 5-6 c | 5-6 c",
        "1-2 <b>x</b> &amp; y  | 1-2 x & y",
      })
  void cues_overlapping_becomeStretchesOfConstantText(String cues, String expected) {
    List<Interval> intervals =
        Intervals.of(List.of(cues.split(" / ", -1)).stream().map(IntervalsTest::cue).toList());

    assertThat(String.join(" / ", intervals.stream().map(IntervalsTest::written).toList()))
        .isEqualTo(expected);
  }

  @Test
  void cues_inDifferentRegions_areDifferentParts() {
    Parsed parsed =
        read(
            """
            WEBVTT

            REGION
            id:a

            REGION
            id:b

            00:01.000 --> 00:02.000 region:b
            below

            00:01.000 --> 00:02.000 region:a
            above

            00:01.000 --> 00:02.000 region:b
            more below
            """);

    Interval only = Intervals.of(parsed.cues()).get(0);

    assertThat(only.parts()).containsExactly("below\nmore below", "above");
    assertThat(only.text()).isEqualTo("below\nmore below\nabove");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "el", "ro", "de", "lb", "en"})
  void demo_asIntervals_neverOverlapsAndLosesNoText(String language) {
    List<Cue> cues = read(SharedData.text("demo/" + language + ".vtt")).cues();

    List<Interval> intervals = Intervals.of(cues);

    assertThat(intervals).hasSizeGreaterThanOrEqualTo(cues.size());
    for (int i = 1; i < intervals.size(); i++) {
      assertThat(intervals.get(i).start()).isGreaterThanOrEqualTo(intervals.get(i - 1).end());
    }
    assertThat(intervals).allMatch(interval -> !interval.text().contains("<"));
  }

  @Test
  void cuesWithOneEnd_showOnlyWhatFitsOnAScreen() {
    List<Interval> intervals =
        Intervals.of(IntStream.range(0, 3_000).mapToObj(i -> cue(i + "-3001 cue " + i)).toList());

    assertThat(intervals).allMatch(shown -> shown.text().lines().count() <= Intervals.MOST_CUES);
    assertThat(intervals.get(1).text()).isEqualTo("cue 0\ncue 1");
    // From there on the same ones show until the end.
    assertThat(intervals).hasSize(Intervals.MOST_CUES);
    assertThat(intervals.get(intervals.size() - 1).end()).isEqualTo(Duration.ofSeconds(3_001));
  }

  @Test
  @Timeout(20)
  void cueBomb_staysSmall() {
    String line = "x".repeat(60);
    List<Cue> bomb = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      // The latest first: each is shown above those that are there.
      bomb.add(cue((200_000 - i) + "-200001 " + line + i));
    }

    List<Interval> intervals = Intervals.of(bomb);

    assertThat(intervals.stream().mapToLong(shown -> shown.text().length()).sum())
        .isPositive()
        .isLessThanOrEqualTo(Intervals.MOST_TEXT);
  }

  @Test
  void oneHugeCueAmongMany_isNotRepeatedWithoutEnd() {
    List<Cue> cues = new ArrayList<>(List.of(cue("0-2000 " + "x".repeat(1_000_000))));
    IntStream.range(0, 1_000).forEach(i -> cues.add(cue(i + "-" + (i + 1) + " " + i)));

    assertThat(Intervals.of(cues)).hasSizeLessThan(5);
  }

  private static Parsed read(String vtt) {
    return SubtitleReader.read(vtt.getBytes(StandardCharsets.UTF_8), null);
  }

  private static Cue cue(String written) {
    String[] times = written.split("[- ]", 3);
    return new Cue(
        null,
        Duration.ofSeconds(Integer.parseInt(times[0])),
        Duration.ofSeconds(Integer.parseInt(times[1])),
        times[2],
        CueSettings.DEFAULT);
  }

  private static String written(Interval interval) {
    return interval.start().toSeconds()
        + "-"
        + interval.end().toSeconds()
        + " "
        + interval.text().replace('\n', '+');
  }
}
