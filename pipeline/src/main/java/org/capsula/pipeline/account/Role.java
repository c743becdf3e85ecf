package org.capsula.pipeline.account;

/** What an account is for. */
public enum Role {
  /** Sees what is released to those who have signed in. */
  VIEWER,
  /** Uploads footage, and mends capsules and their subtitles. */
  MEDIA,
  /** Decides when a capsule opens; may correct subtitles. */
  TRAINER,
  /** May do everything, and alone gives accounts. */
  ADMIN
}
