package org.capsula.pipeline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
  private static final List<String> NAMES = List.of("maria.popescu", "Μαρία Παπαδοπούλου");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vier kleine Wörter",
        "twelve chars",
        "τέσσερις λέξεις",
        "            a b d c",
        "correct horse battery staple",
        "Passwordsareforgotten"
      })
  void longPassword_isTaken(String password) throws RefusedException {
    assertThat(PasswordRule.usable(password, NAMES)).isEqualTo(password);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "elevenchars", "🦉🦉🦉🦉🦉🦉🦉🦉🦉🦉🦉"})
  void shorterThanTwelveCharacters_isRefused(String password) {
    assertRefused(password, Refusal.PASSWORD_SHORT);
  }

  @Test
  void longerThanAnybodyTypes_isRefused() throws RefusedException {
    assertThat(PasswordRule.usable("abcde".repeat(40), NAMES)).hasSize(200);
    assertRefused("abcde".repeat(40) + "f", Refusal.PASSWORD_LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaaa",
        "abababababab",
        "123456789012",
        "2026-12-01 12:00",
        "Password1234",
        "Motdepasse2026!",
        "capsula12345",
        "Κωδικός123456",
        "azertyuiop12",
        "motdepassemotdepasse",
        "capsula-capsula-1",
        "qwerty123456",
        "bienvenue1234",
        "Welcome2026!!",
        "Bine ai venit!",
        "Willkommen 26",
        "καλωσήρθες2026",
        "Moien-Moien-26",
        "maria.popescu maria.popescu",
        "maria.popescu",
        "Maria.Popescu1",
        "Μαρία Παπαδοπούλου"
      })
  void firstThatAnybodyTries_isRefused(String password) {
    assertRefused(password, Refusal.PASSWORD_GUESSABLE);
  }

  /** One keyboard makes é of one character, another of two. */
  @Test
  void sameCharacters_madeInTwoWays_areOnePassword() throws RefusedException {
    assertThat(PasswordRule.usable("cafe\u0301 au lait froid", NAMES))
        .isEqualTo(PasswordRule.usable("caf\u00e9 au lait froid", NAMES));
  }

  private static void assertRefused(String password, Refusal expected) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> PasswordRule.usable(password, NAMES))
        .satisfies(e -> assertThat(e.refusal()).isEqualTo(expected));
  }
}
