package org.capsula.pipeline.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name that somebody types to sign in. */
public final class SignInName {
  static final int LONGEST = 100;

  /** Letters of any script: a Greek team signs in with Greek names. An e-mail address will do. */
  private static final Pattern USABLE =
      Pattern.compile("[\\p{L}\\p{M}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}._@+-]*");

  private SignInName() {}

  /** As it is compared: upper case first, so that both forms of the Greek sigma are one. */
  public static String folded(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .strip()
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  /**
   * The name to look for, folded; empty for what is nobody's name, so that whatever is typed at the
   * door is kept no longer than a name can be.
   */
  public static String sought(String typed) {
    String name = folded(typed);
    return isUsable(name) ? name : "";
  }

  private static boolean isUsable(String folded) {
    return folded.codePointCount(0, folded.length()) <= LONGEST && USABLE.matcher(folded).matches();
  }

  /**
   * The name of a new account, folded.
   *
   * @throws RefusedException for what cannot be typed without doubt
   */
  static String usable(String typed) throws RefusedException {
    String name = folded(typed);
    if (!isUsable(name)) {
      throw new RefusedException(Refusal.NAME_UNUSABLE);
    }
    return name;
  }
}
