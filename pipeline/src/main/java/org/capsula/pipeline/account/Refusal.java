package org.capsula.pipeline.account;

import java.util.Locale;

/** Why something about accounts was not done. */
public enum Refusal {
  UNKNOWN("There is no such account; the list of accounts has the names."),
  NAME_TAKEN("That name is taken; choose another one."),
  NAME_UNUSABLE(
      "A sign-in name has 1 to 100 letters, digits and . _ @ + -, no spaces, and begins with a"
          + " letter or digit; choose such a one."),
  SHOWN_NAME_UNUSABLE("The shown name has 1 to 100 characters in one line; choose such a one."),
  LAST_ADMIN(
      "This is the last admin who can sign in; make somebody else an admin first, and wait until"
          + " they have joined."),
  DISABLED("This account is disabled; enable it first."),
  PASSWORD_SHORT("The password is too short; take 12 characters or more, for instance four words."),
  PASSWORD_LONG("The password is too long; take 200 characters or fewer."),
  PASSWORD_GUESSABLE(
      "This password is among the first that anybody would try; take one that only you would think"
          + " of, for instance four words."),
  PASSWORD_WRONG("The password is not the one of this account; try again."),
  TOKEN_NAME_UNUSABLE("A token's name has 1 to 100 characters in one line; choose such a one."),
  TOO_MANY_TOKENS("This account has 50 tokens; withdraw one that is not used any more."),
  LINK_ENDED(
      "This link was used, has expired, or was replaced by a newer one; ask an admin for another.");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }

  /** Stable, in kebab-case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
