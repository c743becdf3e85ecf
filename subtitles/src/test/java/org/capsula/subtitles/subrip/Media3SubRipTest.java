package org.capsula.subtitles.subrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Finding;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.SharedData;
import org.capsula.subtitles.reading.SubtitleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Media3's files, each named by its fault. */
class Media3SubRipTest {
  private static final String FOLDER = "subtitles/media3/subrip";

  private record Expected(int cues, List<String> codes) {}

  private static final Map<String, Expected> EXPECTED =
      Map.ofEntries(
          Map.entry("empty", new Expected(0, List.of("file-empty"))),
          Map.entry("typical", new Expected(3, List.of())),
          // Four decimals can be no time; two can, and the text is worth more than the doubt.
          Map.entry(
              "typical_bad_timestamps",
              new Expected(2, List.of("timing-unreadable", "timing-repaired"))),
          Map.entry("typical_extra_blank_line", new Expected(3, List.of())),
          Map.entry("typical_missing_sequence", new Expected(3, List.of("sequence-odd"))),
          Map.entry(
              "typical_missing_timecode",
              new Expected(
                  2, List.of("text-without-timing", "timing-unreadable", "timing-unreadable"))),
          Map.entry(
              "typical_negative_timestamps",
              new Expected(2, List.of("cue-before-zero", "start-before-zero"))),
          Map.entry(
              "typical_no_hours_and_millis",
              new Expected(3, List.of("timing-repaired", "timing-repaired"))),
          Map.entry("typical_unexpected_end", new Expected(2, List.of("file-truncated"))),
          Map.entry("typical_utf16be", new Expected(3, List.of())),
          Map.entry("typical_utf16le", new Expected(3, List.of())),
          Map.entry("typical_with_byte_order_mark", new Expected(3, List.of())));

  static Stream<Path> files() {
    return SharedData.files(FOLDER, "").stream()
        .filter(file -> !file.endsWith("typical_with_tags"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_named_hasItsCuesAndFindings(Path file) {
    Expected expected = Objects.requireNonNull(EXPECTED.get(String.valueOf(file.getFileName())));
    Parsed parsed = SubtitleReader.read(SharedData.bytes(file), "en");

    assertThat(parsed.cues()).hasSize(expected.cues());
    assertThat(parsed.findings()).extracting(Finding::code).isEqualTo(expected.codes());
  }

  @Test
  void tags_inTheFile_areTakenOutAndPlaceTheCue() {
    Parsed parsed =
        SubtitleReader.read(SharedData.bytes(SharedData.path(FOLDER + "/typical_with_tags")), "en");

    assertThat(parsed.cues())
        .extracting(Cue::text)
        .startsWith(
            "This is  the first subtitle.",
            "This is the second subtitle.\nSecond  subtitle with second line.",
            "This  is the third  subtitle.",
            "This { \\an2} is not a valid tag due to the space after the opening bracket.",
            "This  is the fifth subtitle with multiple  valid  tags.")
        .hasSize(14);
    assertThat(parsed.cues().subList(11, 14))
        .extracting(cue -> cue.settings().line(), cue -> cue.settings().align().word())
        .containsExactly(tuple(0.0, "left"), tuple(0.0, "center"), tuple(0.0, "right"));
  }
}
