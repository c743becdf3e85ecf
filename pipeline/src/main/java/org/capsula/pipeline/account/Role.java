package org.capsula.pipeline.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account is for. */
public enum Role {
  /** Sees what is released to those who have signed in. */
  VIEWER,
  /** Uploads footage, and mends capsules and their subtitles. */
  MEDIA,
  /** Decides when a capsule opens; may correct subtitles. */
  TRAINER,
  /** May do everything, and alone gives accounts. */
  ADMIN;

  /** The word in the database, on the command line and in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
