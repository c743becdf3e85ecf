package org.capsula.pipeline.account;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which passwords are taken (NIST SP 800-63B §5.1.1.2): long ones, of any characters, unless they
 * are what everybody tries first.
 */
public final class PasswordRule {
  public static final int SHORTEST = 12;
  public static final int LONGEST = 200;

  /** With fewer different ones it is a key held down. */
  private static final int FEWEST_DIFFERENT = 5;

  /** What is left of the usual long ones without digits and signs at their ends. */
  private static final Set<String> USUAL =
      Set.of(
          "",
          "password",
          "passwordpassword",
          "passwort",
          "passwortpasswort",
          "motdepasse",
          "parola",
          "parolaparola",
          "passwuert",
          "κωδικοσ",
          "κωδικόσ",
          "capsula",
          "capsulacapsula",
          "qwertyuiop",
          "qwertyuiopasdfghjkl",
          "azertyuiop",
          "azertyuiopqsdfghjklm",
          "qwertzuiop",
          "abcdefghijkl",
          "abcdefghijklm",
          "letmeinletmein",
          "iloveyouiloveyou",
          "administrator",
          "changeme",
          "changemechangeme");

  private PasswordRule() {}

  /** As it is hashed: the same characters, whichever way a keyboard made them. */
  public static String normalised(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC);
  }

  /**
   * The password as it is hashed.
   *
   * @param names of its owner, which are no secret
   */
  public static String usable(String typed, List<String> names) throws RefusedException {
    String password = normalised(typed);
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      throw new RefusedException(Refusal.PASSWORD_SHORT);
    }
    if (length > LONGEST) {
      throw new RefusedException(Refusal.PASSWORD_LONG);
    }
    if (isGuessable(password, names)) {
      throw new RefusedException(Refusal.PASSWORD_GUESSABLE);
    }
    return password;
  }

  private static boolean isGuessable(String password, List<String> names) {
    String core = core(password);
    return password.codePoints().distinct().count() < FEWEST_DIFFERENT
        || USUAL.contains(core)
        || names.stream().map(PasswordRule::core).anyMatch(core::equals);
  }

  private static String core(String text) {
    return SignInName.folded(text)
        .toLowerCase(Locale.ROOT)
        .replace('ς', 'σ')
        .replaceAll("^[\\P{L}]+|[\\P{L}]+$", "");
  }
}
