package org.capsula.subtitles.webvtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.CueSettings;
import org.capsula.subtitles.Finding;
import org.capsula.subtitles.Format;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.Region;
import org.capsula.subtitles.SharedData;
import org.capsula.subtitles.text.Decoded;
import org.capsula.subtitles.text.Decoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebVttWriterTest {

  static Stream<Path> realFiles() {
    return Stream.of("subtitles/webvtt/file-parsing", "subtitles/webvtt/cue-text", "demo")
        .flatMap(folder -> SharedData.files(folder, ".vtt").stream());
  }

  @ParameterizedTest
  @MethodSource("realFiles")
  void realFile_writtenAndReadAgain_isEqual(Path file) {
    Parsed first = WebVttParser.parse(Decoder.decode(SharedData.bytes(file), null));

    Parsed again = parse(WebVttWriter.write(first));

    assertThat(again.cues()).isEqualTo(first.cues());
    assertThat(again.regions()).isEqualTo(first.regions());
    assertThat(again.styles()).isEqualTo(first.styles());
  }

  @ParameterizedTest
  @MethodSource("realFiles")
  void realFile_writtenForHls_givesNoFindingButReversedTimes(Path file) {
    Parsed first = WebVttParser.parse(Decoder.decode(SharedData.bytes(file), null));

    List<Finding> findings = parse(WebVttWriter.writeForHls(first)).findings();

    assertThat(findings).extracting(Finding::code).isSubsetOf("end-before-start");
  }

  @Test
  void file_forHls_hasTheTimestampMapAboveTheFirstCue() {
    assertThat(WebVttWriter.writeForHls(subtitles(cue("a", "x"))))
        .isEqualTo(
            """
            WEBVTT
            X-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000

            a
            00:00:01.000 --> 00:00:02.000
            x
            """);
  }

  @Test
  void settings_notDefault_areWrittenWithTheRegionLast() {
    Region region = new Region("top", 50, 2, 0, 0, 10, 12.5, Region.Scroll.UP);
    CueSettings settings =
        new CueSettings(
            CueSettings.Vertical.LR,
            false,
            12.5,
            CueSettings.LineAlign.END,
            30.0,
            CueSettings.PositionAlign.LINE_LEFT,
            80,
            CueSettings.Align.LEFT,
            region);
    Cue cue = new Cue(null, Duration.ofHours(100), Duration.ofHours(101), "x", settings);

    String written = WebVttWriter.write(subtitles(cue));

    assertThat(written)
        .contains(
            "100:00:00.000 --> 101:00:00.000 vertical:lr line:12.5%,end position:30%,line-left"
                + " size:80% align:left region:top\n")
        .contains("REGION\nid:top\nwidth:50%\nlines:2\n")
        .contains("regionanchor:0%,0%\nviewportanchor:10%,12.5%\nscroll:up\n");
    assertThat(parse(written).cues()).containsExactly(cue);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a --> b",
        "a\n\nb",
        "\n\na\n\n\n",
        "a\r\n\r\nb\rc",
        "00:00:00.000 --> 00:00:01.000",
        "NOTE\n\nWEBVTT",
        "a\0b",
        "\n",
        "&amp; &lt; <i>x</i>",
      })
  void text_thatCouldEndTheCue_staysOneCue(String text) {
    Parsed again = parse(WebVttWriter.write(subtitles(cue("id", text), cue("-->\n\nb", "last"))));

    assertThat(again.findings()).isEmpty();
    assertThat(again.cues()).hasSize(2);
    assertThat(again.cues().get(1).text()).isEqualTo("last");
    assertThat(again.cues().get(0).text()).doesNotContain("-->");
  }

  private static Cue cue(String id, String text) {
    return new Cue(id, Duration.ofSeconds(1), Duration.ofSeconds(2), text, CueSettings.DEFAULT);
  }

  private static Parsed subtitles(Cue... cues) {
    return new Parsed(Format.WEBVTT, "UTF-8", List.of(cues), List.of(), List.of(), List.of());
  }

  private static Parsed parse(String text) {
    return WebVttParser.parse(new Decoded(text, "UTF-8", List.of()));
  }
}
