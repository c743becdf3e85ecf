package org.capsula.pipeline.account.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.capsula.pipeline.account.proof.PasswordHash.Cost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private static final Cost CHEAP = new Cost(/* memory= */ 64, /* passes= */ 1, /* lanes= */ 1);

  private final Passwords passwords = new Passwords(CHEAP, Turns.USUAL);

  /** From src/test.c of the reference implementation (github.com/P-H-C/phc-winner-argon2). */
  @ParameterizedTest
  @CsvSource({
    "password, somesalt, 65536, 2, 1,"
        + " 09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
    "password, somesalt, 256, 2, 1,"
        + " 9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
    "password, somesalt, 256, 2, 2,"
        + " 6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
    "differentpassword, somesalt, 65536, 2, 1,"
        + " 0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde",
    "password, diffsalt, 65536, 2, 1,"
        + " bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c"
  })
  void hash_isThatOfTheReferenceImplementation(
      String password, String salt, int memory, int passes, int lanes, String expected) {
    PasswordHash hash =
        PasswordHash.of(
            password, salt.getBytes(StandardCharsets.UTF_8), new Cost(memory, passes, lanes));

    String base64 = hash.toString().substring(hash.toString().lastIndexOf('$') + 1);
    assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(base64))).isEqualTo(expected);
  }

  /** The encoded form, from the same file. */
  @Test
  void phcString_isThatOfTheReferenceImplementation() {
    String phc =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertThat(PasswordHash.parse(phc)).hasToString(phc);
    assertThat(PasswordHash.parse(phc).isOf("password")).isTrue();
    assertThat(PasswordHash.parse(phc).isOf("Password")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "password",
        "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=99999999,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$"
      })
  void otherString_isNoHash(String other) {
    assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.parse(other));
  }

  @Test
  void password_matchesItsOwnHashAlone() {
    String kept = passwords.hash("vier Wörter, die passen");

    assertThat(passwords.matches("vier Wörter, die passen", kept)).isTrue();
    assertThat(passwords.matches("vier Wörter, die passen ", kept)).isFalse();
    assertThat(passwords.matches("", kept)).isFalse();
    assertThat(passwords.hash("vier Wörter, die passen")).as("salted").isNotEqualTo(kept);
  }

  @Test
  void newHash_costsWhatOwaspAsksFor() {
    assertThat(new Passwords().hash("some password")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void hashOfAnotherCost_isOutdated() {
    assertThat(passwords.isOutdated(passwords.hash("x"))).isFalse();
    assertThat(new Passwords().isOutdated(passwords.hash("x"))).isTrue();
  }

  @Test
  void noAccount_matchesNothing() {
    assertThat(passwords.matches("", null)).isFalse();
    assertThat(passwords.matches("anything at all", null)).isFalse();
  }

  /** It is hashed like any other: without a turn there is no answer for it either. */
  @Test
  void noAccount_takesAsMuchWorkAsOne() {
    Passwords full = new Passwords(CHEAP, new Turns.Rule(0, 1, Duration.ZERO));

    assertThatExceptionOfType(BusyException.class)
        .isThrownBy(() -> full.matches("anything at all", null));
    assertThatExceptionOfType(BusyException.class)
        .isThrownBy(() -> full.matches("anything at all", passwords.hash("x")));
  }
}
