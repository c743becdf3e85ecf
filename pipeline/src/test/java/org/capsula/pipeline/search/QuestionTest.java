package org.capsula.pipeline.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type. */
class QuestionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "the mother          | [[the], [mother]]",
        "\"the mother\"      | [[the, mother]]",
        "“the mother” school | [[the, mother], [school]]",
        "„the mother“        | [[the, mother]]",
        "«the mother»        | [[the, mother]]",
        "school\"the mother\"| [[school], [the, mother]]",
        "\"the mother        | [[the, mother]]",
        "the \"\" mother     | [[the], [mother]]",
        "tool-sheet          | [[tool, sheet]]",
        "the – mother        | [[the], [mother]]",
        "the\u00A0mother     | [[the], [mother]]",
        "AND OR NOT          | [[and], [or], [not]]",
        "title:mother~4      | [[title:mother, 4]]",
        "moth* +(a           | [[moth], [a]]",
        "?!…                 | []",
        "^^                  | []"
      })
  void question_isItsWordsAndPhrases(String typed, String parts) {
    assertThat(Question.of(typed).in("any")).hasToString(parts);
  }

  @ParameterizedTest
  @CsvSource({"fr, '[[ecol]]'", "en, '[[lecol]]'", "lb, '[[lecole]]'"})
  void question_isReadByTheRulesOfEachLanguage(String way, String parts) {
    assertThat(Question.of("l’école").in(way)).hasToString(parts);
  }

  @RepeatedTest(50)
  void question_ofAnything_isAQuestion(RepetitionInfo round) {
    Random random = new Random(round.getCurrentRepetition());
    StringBuilder typed = new StringBuilder();
    int length = random.nextInt(600);
    for (int i = 0; i < length; i++) {
      typed.append(character(random));
    }

    assertThatCode(
            () -> {
              Question question = Question.of(typed.toString());
              Words.LANGUAGES.forEach(question::in);
              question.in(Words.ANY);
            })
        .as("seed %d", round.getCurrentRepetition())
        .doesNotThrowAnyException();
  }

  /** Halves of surrogate pairs too. */
  static char character(Random random) {
    String special = "\"“”«» \t\n\0+-&|!(){}[]^~*?:\\/'’ʼ\u0301\u200D\uFEFFßςœ";
    return switch (random.nextInt(4)) {
      case 0 -> special.charAt(random.nextInt(special.length()));
      case 1 -> (char) ('a' + random.nextInt(26));
      case 2 -> (char) (0x370 + random.nextInt(0x90));
      default -> (char) random.nextInt(0x10000);
    };
  }
}
