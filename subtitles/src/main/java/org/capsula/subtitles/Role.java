package org.capsula.subtitles;

import java.util.Arrays;
import java.util.Optional;

/** What a subtitle track is for: the track kinds of HTML that carry text for people. */
public enum Role {
  SUBTITLES("subtitles"),
  CAPTIONS("captions"),
  DESCRIPTIONS("descriptions"),
  CHAPTERS("chapters");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** The word in file names ({@code name.fr.captions.vtt}), in JSON and in HTML's {@code kind}. */
  public String word() {
    return word;
  }

  public static Optional<Role> ofWord(String word) {
    return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
  }
}
