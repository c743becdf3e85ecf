package org.capsula.pipeline.account;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
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

  /**
   * Of these alone are the usual long ones, without their digits and signs: in the languages of the
   * pages, letters only.
   */
  private static final Set<String> USUAL =
      Set.of(
          ("password passphrase welcome letmein changeme iloveyou admin administrator user guest test"
                  + " login secret default master hello summer winter spring autumn"
                  + " motdepasse bienvenue bonjour jetaime soleil administrateur printemps hiver"
                  + " κωδικοσ συνθηματικο καλημερα καλωσηρθεσ καλωσορισατε διαχειριστησ"
                  + " parola bineaivenit bunvenit teiubesc buna salut"
                  + " passwort kennwort willkommen hallo geheim sommer"
                  + " passwuert wellkomm moien"
                  + " capsula media trainer viewer"
                  + " abc abcd abcdef abcdefgh abcdefghijkl abcdefghijklm abcdefghijklmnopqrstuvwxyz"
                  + " qwerty qwertyuiop asdfghjkl asdf zxcvbnm azerty azertyuiop qsdfghjklm wxcvbn"
                  + " qwertz qwertzuiop yxcvbnm")
              .split(" "));

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
    Set<String> words = new HashSet<>(USUAL);
    names.stream().map(PasswordRule::letters).filter(each -> !each.isEmpty()).forEach(words::add);
    return password.codePoints().distinct().count() < FEWEST_DIFFERENT
        || isMadeOf(words, letters(password));
  }

  /** Of one word, the same again, or several in a row. */
  private static boolean isMadeOf(Set<String> words, String letters) {
    BitSet ends = new BitSet();
    ends.set(0);
    for (int from = 0; from < letters.length(); from++) {
      for (String word : words) {
        if (ends.get(from) && letters.startsWith(word, from)) {
          ends.set(from + word.length());
        }
      }
    }
    return ends.get(letters.length());
  }

  /** Without accents, in lower case, both forms of the sigma as one. */
  private static String letters(String text) {
    return Normalizer.normalize(SignInName.folded(text), Normalizer.Form.NFD)
        .replace('ς', 'σ')
        .replaceAll("\\P{L}+", "");
  }
}
