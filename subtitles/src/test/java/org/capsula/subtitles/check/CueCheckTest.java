package org.capsula.subtitles.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.subtitles.check.Cues.GREEK;
import static org.capsula.subtitles.check.Cues.cue;

import java.time.Duration;
import java.util.List;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.CueSettings;
import org.capsula.subtitles.Finding;
import org.capsula.subtitles.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CueCheckTest {
  @Test
  void cuesOfAGoodFile_giveNothing() {
    assertThat(
            codes(
                cue(0, 2000, "Μόνος του δεν τα καταφέρνει."),
                cue(2000, 4000, "- Γιατί;\n- Δεν ξέρω."),
                cue(4080, 6000, "<v Άννα><i>Ας δούμε</i>")))
        .isEmpty();
  }

  @Test
  void finding_saysAtWhichCue() {
    List<Finding> findings =
        CueCheck.of(List.of(cue(0, 2000, "ένα"), cue(2000, 2100, "δύο")), GREEK);

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).cue()).isEqualTo(2);
    assertThat(findings.get(0).arguments())
        .containsEntry("time", Duration.ofMillis(100))
        .containsEntry("least", Duration.ofMillis(500));
  }

  @ParameterizedTest
  @CsvSource({
    "499, cue-too-short", //
    "500, ''",
    "7000, ''",
    "7001, cue-too-long",
    "0, end-before-start",
    "-10, end-before-start",
  })
  void length_isBounded(long millis, String expected) {
    assertThat(String.join(" ", codes(cue(5000, 5000 + millis, "Ναι")))).isEqualTo(expected);
  }

  /** 17 Greek letters a second, 20 English ones. */
  @ParameterizedTest
  @CsvSource({
    "el, 17, ''",
    "el, 18, reading-too-fast",
    "en, 20, ''",
    "en-GB, 21, reading-too-fast"
  })
  void speed_dependsOnTheLanguage(String language, int letters, String expected) {
    List<Finding> findings =
        CueCheck.of(
            List.of(cue(0, 1000, "α".repeat(letters))), Limits.of(language, Role.SUBTITLES));

    assertThat(findings).extracting(Finding::code).containsExactlyElementsOf(list(expected));
  }

  @Test
  void speed_isSaidAboveItsLimit() {
    Finding finding = CueCheck.of(List.of(cue(0, 1001, "α".repeat(18))), GREEK).get(0);

    assertThat(finding.arguments()).containsEntry("speed", 18).containsEntry("most", 17);
  }

  /** Each of these is 17 characters to a reader, in one second. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c.yellow><i>0123456789012345</i></c>6",
        "<v Άννα Παπαδοπούλου>01234567890123456",
        "<00:00:00.500>01234567890123456",
        "0123456789012345&amp;",
        "0123456789012345&lt;",
        // Accents apart from their letters, as some systems write them.
        "α\u0301α\u0301α\u030134567890123456",
        "s\u0326t\u0326234567890123456",
        "01234567\n890123456",
        "\u200E01234567890123456\u200F",
      })
  void speed_countsWhatIsRead(String text) {
    assertThat(codes(cue(0, 1000, text))).isEmpty();
    assertThat(codes(cue(0, 1000, text + "7"))).containsExactly("reading-too-fast");
  }

  @Test
  void lines_areCountedAsShown() {
    assertThat(codes(cue(0, 6000, "ένα\nδύο"))).isEmpty();
    assertThat(codes(cue(0, 6000, "ένα\nδύο\nτρία"))).containsExactly("too-many-lines");
    assertThat(codes(cue(0, 6000, "<i>" + "α".repeat(42) + "</i>\n&amp;"))).isEmpty();
    assertThat(codes(cue(0, 6000, "ένα\n<i>" + "α".repeat(43) + "</i>")))
        .containsExactly("line-too-long");
  }

  @Test
  void neighbours_doNotOverlapNorFlicker() {
    Cue first = cue(0, 2000, "ένα");

    assertThat(codes(first, cue(2000, 4000, "δύο"))).isEmpty();
    assertThat(codes(first, cue(2080, 4000, "δύο"))).isEmpty();
    assertThat(codes(first, cue(2079, 4000, "δύο"))).containsExactly("gap-too-short");
    assertThat(codes(first, cue(1999, 4000, "δύο"))).containsExactly("cue-overlap");
  }

  @Test
  void overlap_namesTheCueThatStillShows() {
    List<Finding> findings =
        CueCheck.of(
            List.of(cue(0, 6000, "ένα"), cue(1000, 2000, "δύο"), cue(3000, 4000, "τρία")), GREEK);

    assertThat(findings).extracting(Finding::code).containsOnly("cue-overlap");
    assertThat(findings).extracting(Finding::cue).containsExactly(2, 3);
    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding.arguments()).containsEntry("other", 1));
  }

  @Test
  void speakersInTwoPlaces_mayShowAtATime() {
    CueSettings usual = CueSettings.DEFAULT;
    CueSettings top =
        new CueSettings(
            usual.vertical(),
            true,
            0.0,
            usual.lineAlign(),
            null,
            usual.positionAlign(),
            100,
            usual.align(),
            null);
    Cue above = new Cue(null, Duration.ofSeconds(1), Duration.ofSeconds(3), "δύο", top);

    assertThat(codes(cue(0, 2000, "ένα"), above)).isEmpty();
  }

  @Test
  void order_isThatOfTime() {
    assertThat(codes(cue(5000, 6000, "δύο"), cue(0, 2000, "ένα")))
        .containsExactly("cue-out-of-order");
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "&nbsp;", "<i></i>", "<v Άννα>"})
  void cueThatShowsNothing_isFound(String text) {
    assertThat(codes(cue(0, 1000, text))).containsExactly("cue-without-text");
  }

  @Test
  void filmsEnd_isTheCuesEnd() {
    List<Cue> cues = List.of(cue(9999, 11_000, "ένα"), cue(12_000, 13_000, "δύο"));

    List<Finding> findings = CueCheck.of(cues, GREEK.withFilm(Duration.ofSeconds(10)));

    assertThat(findings).extracting(Finding::code).containsExactly("cue-after-film");
    assertThat(findings.get(0).cue()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "I <3 you, tag-unknown", //
    "<font color=red>x</font>, tag-unknown",
    "<b>x</b> <u>y</u>, ''",
    "<ruby>x<rt>y</rt></ruby>, ''",
    "<lang fr>oui</lang>, ''",
    "a > b, ''",
  })
  void whatLooksLikeATag_isFound(String text, String expected) {
    assertThat(codes(cue(0, 3000, text))).containsExactlyElementsOf(list(expected));
  }

  @Test
  void chapters_mayBeLong() {
    List<Cue> cues = List.of(cue(0, 600_000, "α".repeat(90)), cue(600_001, 900_000, "Τέλος"));

    assertThat(CueCheck.of(cues, Limits.of("el", Role.CHAPTERS))).isEmpty();
  }

  @Test
  void twoFrames_areThoseOfTheFilm() {
    List<Cue> cues = List.of(cue(0, 2000, "ένα"), cue(2040, 4000, "δύο"));

    assertThat(CueCheck.of(cues, GREEK.withFrameRate(25))).hasSize(1);
    assertThat(CueCheck.of(cues, GREEK.withFrameRate(50))).isEmpty();
  }

  private static List<String> codes(Cue... cues) {
    return CueCheck.of(List.of(cues), GREEK).stream().map(Finding::code).toList();
  }

  private static List<String> list(String code) {
    return code.isEmpty() ? List.of() : List.of(code);
  }
}
