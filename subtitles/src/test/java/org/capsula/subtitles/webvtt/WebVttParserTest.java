package org.capsula.subtitles.webvtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Finding;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.text.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the standard does is tested by {@link FileParsingTest}; here is what it keeps quiet. */
class WebVttParserTest {

  /** A slash stands for a line end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "WEBVTT//00:01.000 -> 00:02.000/x                        ; text-without-timing    ; 3",
        "WEBVTT//00:01 --> 00:02.000/x                           ; timing-unreadable      ; 3",
        "WEBVTT//id/00:01.000 --> bad/x                          ; timing-unreadable      ; 4",
        "WEBVTT//00:02.000 --> 00:01.000/x                       ; end-before-start       ; 3",
        "WEBVTT//00:01.000 --> 00:01.000/x                       ; end-before-start       ; 3",
        "WEBVTT//00:01.000 --> 00:02.000 line:top/x              ; setting-ignored        ; 3",
        "WEBVTT//00:01.000 --> 00:02.000 region:none/x           ; setting-ignored        ; 3",
        "WEBVTT//REGION/id:a/lines:-1//00:01.000 --> 00:02.000/x ; region-setting-ignored ; 3",
        "WEBVTT//00:01.000 --> 00:02.000/x//STYLE/::cue {}       ; block-too-late         ; 6",
        "WEBVTT//00:01.000 --> 00:02.000/x//REGION/id:a          ; block-too-late         ; 6",
        "WEBVTT/lost words//00:01.000 --> 00:02.000/x            ; header-text-ignored    ; 2",
        "WEBVTT 00:00.000 --> 00:01.000/                         ; header-text-ignored    ; 1",
        "webvtt//00:01.000 --> 00:02.000/x                       ; signature-repaired     ; 1",
        "/ WEBVTT//00:01.000 --> 00:02.000/x                     ; signature-repaired     ; 2",
        "WEBVTT/X-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000/; timestamp-map-ignored  ; 2",
        "WEBVTT/X-TIMESTAMP-MAP=LOCAL:00:00:05.000,MPEGTS:0/     ; timestamp-map-ignored  ; 2",
      })
  void file_withFault_hasTheFindingAtItsLine(String file, String code, int line) {
    assertThat(parse(file).findings())
        .extracting(Finding::code, Finding::line)
        .containsExactly(tuple(code, line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WEBVTT",
        "WEBVTT - a title//NOTE a comment/of two lines//00:01.000 --> 00:02.000/x",
        "WEBVTT/Kind: captions/Language: fr//00:01.000 --> 00:02.000/x",
        "WEBVTT/X-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000//00:01.000 --> 00:02.000/x",
        "WEBVTT/X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0//00:01.000 --> 00:02.000/x",
        "WEBVTT//STYLE/::cue {}//REGION/id:a//NOTE//1/00:01.000 --> 00:02.000 region:a/x",
      })
  void file_withoutFault_hasNoFinding(String file) {
    assertThat(parse(file).findings()).isEmpty();
  }

  @Test
  void cue_dropped_leavesItsTextInTheFinding() {
    Finding finding = parse("WEBVTT//id/00:01.000 --> bad/one/two").findings().get(0);

    assertThat(finding.arguments())
        .containsEntry("timing", "00:01.000 --> bad")
        .containsEntry("text", "one\ntwo");
  }

  @Test
  void cue_ofTheFinding_isCountedFromOne() {
    Parsed parsed = parse("WEBVTT//00:01.000 --> 00:02.000/x//00:04.000 --> 00:03.000/y");

    assertThat(parsed.findings()).extracting(Finding::cue).containsExactly(2);
  }

  @Test
  void hours_ofAnyLength_areRead() {
    String hours = "9".repeat(100_000);
    List<Cue> cues = parse("WEBVTT//00:01.000 --> " + hours + ":00:00.000/x").cues();

    assertThat(cues).extracting(Cue::end).containsExactly(Duration.ofHours(999_999_999));
  }

  @Test
  void cue_withoutIdentifier_hasNullForIt() {
    assertThat(parse("WEBVTT//00:01.000 --> 00:02.000/x").cues())
        .extracting(Cue::id)
        .containsExactly((String) null);
  }

  private static Parsed parse(String file) {
    return WebVttParser.parse(new Decoded(file.replace('/', '\n'), "UTF-8", List.of()));
  }
}
