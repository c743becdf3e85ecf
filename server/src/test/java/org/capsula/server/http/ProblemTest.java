package org.capsula.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one table of refusals. */
final class ProblemTest {
  @ParameterizedTest
  @EnumSource
  void row_hasWordsForPrograms(Problem problem) {
    assertThat(problem.code()).matches("[a-z]+(-[a-z]+)*");
    assertThat(problem.sentence()).endsWith(".").hasSizeBetween(10, 120);
    assertThat(problem.status()).isBetween(400, 599);
  }

  /** Of programs alone: what the API and uploads refuse never becomes a page. */
  private static final Set<Integer> OF_PROGRAMS = Set.of(406, 412, 422, 423, 428, 460, 507);

  static Stream<Problem> forPeople() {
    return Arrays.stream(Problem.values())
        .filter(problem -> !OF_PROGRAMS.contains(problem.status()));
  }

  @ParameterizedTest
  @MethodSource("forPeople")
  void row_hasWordsForPeople_inEveryLanguage(Problem problem) {
    for (PageLanguage language : PageLanguage.values()) {
      assertThat(Messages.of(language).find("error." + problem.status())).isPresent();
      assertThat(Messages.of(language).find("error." + problem.status() + ".text")).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void status_leadsToARowOfThatStatus(Problem problem) {
    Problem known = Problem.of(problem.status());
    assertThat(known.status() == problem.status() || OF_PROGRAMS.contains(problem.status()))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {402, 416, 418, 499, 501, 502, 599})
  void statusThatHasNoRow_isSaidInGeneral(int status) {
    assertThat(Problem.of(status))
        .isEqualTo(status < 500 ? Problem.UNREADABLE_REQUEST : Problem.OUR_FAULT);
  }

  @Test
  void codes_differ_asSentencesDo() {
    assertThat(Problem.values()).extracting(Problem::code).doesNotHaveDuplicates();
    assertThat(Arrays.stream(Problem.values()).map(Problem::sentence)).doesNotHaveDuplicates();
  }
}
