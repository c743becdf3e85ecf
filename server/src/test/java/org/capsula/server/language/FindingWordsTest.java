package org.capsula.server.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capsula.pipeline.report.Finding;
import org.capsula.pipeline.report.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingWordsTest {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  /** Why a production or an intake has no result; their codes are no enum. */
  private static final List<String> REASONS =
      List.of(
          "cancelled",
          "decoder-crashed",
          "decoder-hung",
          "file-empty",
          "file-missing",
          "file-unreadable",
          "footage-unreadable",
          "gave-up",
          "internal-error",
          "limit-memory",
          "limit-output",
          "limit-time",
          "machine-failure",
          "no-decodable-track",
          "no-tracks",
          "not-a-file",
          "not-footage",
          "picture-shape",
          "too-long",
          "trim-outside",
          "zero-length");

  private static Stream<String> codes() {
    return Stream.of(
            Arrays.stream(org.capsula.media.Code.values()).map(org.capsula.media.Code::word),
            Arrays.stream(org.capsula.subtitles.Code.values())
                .map(org.capsula.subtitles.Code::word),
            Stream.of("subtitles-outside", "subtitles-unreadable"))
        .flatMap(words -> words);
  }

  /** Whoever reads a report looks its codes up there. */
  @Test
  void everyCode_standsInTheDocumentation() throws IOException {
    String documentation = Files.readString(Path.of("..", "docs", "FINDINGS.md"));
    assertThat(Stream.concat(codes(), REASONS.stream()))
        .allSatisfy(code -> assertThat(documentation).contains("\n| `" + code + "` | "));
    for (org.capsula.media.Code code : org.capsula.media.Code.values()) {
      assertThat(documentation).contains(row(code.word(), code.severity()));
    }
    for (org.capsula.subtitles.Code code : org.capsula.subtitles.Code.values()) {
      assertThat(documentation).contains(row(code.word(), code.severity()));
    }
  }

  private static String row(String code, Enum<?> severity) {
    return "\n| `" + code + "` | " + severity.name().toLowerCase(Locale.ROOT) + " | ";
  }

  @ParameterizedTest
  @EnumSource
  void everyCode_hasWords(PageLanguage language) {
    Messages words = Messages.of(language);
    assertThat(codes()).allSatisfy(code -> assertThat(words.find("findings." + code)).isPresent());
  }

  @ParameterizedTest
  @EnumSource
  void everyReason_hasWordsAndSaysWhatToDo(PageLanguage language) {
    Messages words = Messages.of(language);
    FindingWords findings = FindingWords.of(language);
    for (String code : REASONS) {
      assertThat(findings.reason(code, "English.").message())
          .isEqualTo(words.text("findings." + code));
      assertThat(findings.reason(code, "English.").action()).isNotBlank();
    }
  }

  /** What is a name in braces must be one that the finding brings. */
  @ParameterizedTest
  @EnumSource
  void places_areTheSameInAllLanguages(PageLanguage language) {
    for (String key : Messages.keys("findings", PageLanguage.ENGLISH)) {
      assertThat(places(Messages.of(language).text(key, "")))
          .as(key)
          .isEqualTo(places(Messages.of(PageLanguage.ENGLISH).text(key, "")));
    }
  }

  private static List<String> places(String words) {
    return PLACE.matcher(words).results().map(place -> place.group(1)).sorted().toList();
  }

  /** The arguments that the code's own description names fill every gap. */
  @ParameterizedTest
  @EnumSource
  void wordsOfEveryCode_areFilledByWhatTheEnglishOnesAreFilledWith(PageLanguage language) {
    FindingWords words = FindingWords.of(language);
    codes()
        .forEach(
            code -> {
              Finding english =
                  Findings.of(org.capsula.media.Severity.NOTE, code, argumentsOf(code));
              FindingWords.Worded worded = words.of(english);
              assertThat(worded.language()).as(code).isEqualTo(language.tag());
              assertThat(worded.message()).as(code).doesNotContain("{", "}");
            });
  }

  private static Map<String, Object> argumentsOf(String code) {
    String words =
        Findings.of(org.capsula.media.Severity.NOTE, code, Map.of()).message()
            // What only the sentence of the command line says.
            + (code.equals("decode-errors") ? " {kind}" : "");
    return PLACE
        .matcher(words)
        .results()
        .map((MatchResult place) -> place.group(1))
        .distinct()
        .collect(Collectors.toMap(name -> name, name -> "x", (a, b) -> a, TreeMap::new));
  }

  @Test
  void numbersAndLengths_areWrittenAsTheLanguageDoes() {
    Finding finding =
        Findings.of(
            org.capsula.subtitles.Finding.of(org.capsula.subtitles.Code.END_BEFORE_START)
                .atLine(7)
                .atCue(2)
                .with("start", Duration.ofMillis(2500))
                .with("end", Duration.ofSeconds(1)));

    FindingWords.Worded worded = FindingWords.of(PageLanguage.GERMAN).of(finding);

    assertThat(worded.message())
        .isEqualTo(
            "Der Untertitel endet (1\u00a0s), bevor er beginnt (2,5\u00a0s), und erscheint nie.");
    assertThat(worded.action()).isEqualTo("Korrigieren Sie seine Zeiten.");
    assertThat(worded.place()).isEqualTo("Untertitel 2, Zeile 7");
  }

  @Test
  void kindOfTrack_isSaidInWordsOfItsOwn() {
    Finding finding =
        Findings.of(
            org.capsula.media.Finding.of(org.capsula.media.Code.DECODE_ERRORS)
                .between(Duration.ofMillis(71_234), Duration.ofSeconds(80))
                .with("count", 1234)
                .with("kind", "sound"));

    FindingWords.Worded worded = FindingWords.of(PageLanguage.FRENCH).of(finding);

    assertThat(worded.message()).startsWith("Le son est endommagé").contains("1\u202f234");
    assertThat(worded.place()).isEqualTo("1:11–1:20");
  }

  @Test
  void findingOfAnOlderProgram_standsInEnglish() {
    Finding old =
        new Finding("note", "charset-guessed", "Read as X.", null, null, 1, null, "Look.", null);

    assertThat(FindingWords.of(PageLanguage.GREEK).of(old))
        .isEqualTo(new FindingWords.Worded("en", "Read as X.", "Look.", "γραμμή 1"));
  }

  @Test
  void olderFindingThatNeedsNoArguments_isWordedAllTheSame() {
    Finding old = new Finding("warning", "silent", "It is.", null, null, null, null, null, null);

    assertThat(FindingWords.of(PageLanguage.GREEK).of(old).language()).isEqualTo("el");
  }

  @Test
  void argumentThatLooksLikeAPlace_isNotFilledAgain() {
    Finding finding =
        Findings.of(
            org.capsula.media.Severity.ERROR,
            "subtitles-unreadable",
            Map.of("file", "{reason}$1.srt", "reason", "no"));

    assertThat(FindingWords.of(PageLanguage.ENGLISH).of(finding).message())
        .startsWith("{reason}$1.srt could not");
  }

  @Test
  void codeOfANewerProgram_standsInEnglish() {
    assertThat(FindingWords.of(PageLanguage.ROMANIAN).reason("unheard-of", "So it is."))
        .isEqualTo(new FindingWords.Worded("en", "So it is.", null, null));
  }
}
