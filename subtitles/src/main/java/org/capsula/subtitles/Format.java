package org.capsula.subtitles;

/** A subtitle format that can be recognised and read. */
public enum Format {
  WEBVTT("webvtt"),
  SUBRIP("subrip");

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /** The word in JSON. */
  public String word() {
    return word;
  }
}
