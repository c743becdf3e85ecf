package org.capsula.media.probe;

import java.util.Locale;

/** What a sound track is to the film, beside its language. */
public enum SoundRole {
  /** As it was spoken when it was filmed. */
  ORIGINAL,
  /** Spoken over or instead of the original. */
  DUB,
  /** Also tells what is to be seen, for those who do not see it. */
  DESCRIPTION,
  /** Speech made easier to understand, for those who hear badly. */
  CLEAR,
  /** Somebody speaks about the film. */
  COMMENTARY;

  /** As it stands in names of files and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param word as {@link #word} gave it
   */
  public static SoundRole of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
