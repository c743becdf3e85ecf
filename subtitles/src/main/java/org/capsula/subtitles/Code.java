package org.capsula.subtitles;

import java.util.Locale;

/**
 * Every code a {@link Finding} can have, with its severity and its arguments. {@code text} is cue
 * text as it stands in the file; times are {@link java.time.Duration}, counts {@link Integer}, the
 * rest {@link String}.
 */
public enum Code {
  /** The file has no bytes, or only blanks. No arguments. */
  FILE_EMPTY(Severity.ERROR),
  /** Nothing that is known as subtitles: a picture, a film, a text without times. No arguments. */
  FORMAT_UNKNOWN(Severity.ERROR),
  /** A format was recognised but the file has no cue to show. No arguments. */
  NO_CUES(Severity.WARNING),

  /** Neither UTF-8 nor UTF-16: a code page was chosen. {@code charset}: its IANA name. */
  CHARSET_GUESSED(Severity.NOTE),
  /**
   * Bytes that the charset cannot explain became U+FFFD. {@code charset}; {@code count}: how many
   * U+FFFD were written.
   */
  CHARSET_DAMAGED(Severity.WARNING),
  /** Zero characters became U+FFFD, as WebVTT orders. {@code count}. */
  NUL_REPLACED(Severity.WARNING),
  /** Romanian ş and ţ with cedilla became ș and ț with comma. {@code count}: letters changed. */
  CEDILLA_REPLACED(Severity.NOTE),
  /** Letters were written as base and combining accent. {@code form}: {@code NFC}. */
  TEXT_NORMALISED(Severity.NOTE),

  /** Blanks or other case where WebVTT wants {@code WEBVTT} as the first six characters: none. */
  SIGNATURE_REPAIRED(Severity.WARNING),
  /** Text in the header block, where players do not show it. {@code text}. */
  HEADER_TEXT_IGNORED(Severity.WARNING),
  /** The header shifts all times for HLS; the shift was not applied. {@code header}: the line. */
  TIMESTAMP_MAP_IGNORED(Severity.WARNING),
  /** A STYLE or REGION block after the first cue has no effect. {@code kind}, {@code text}. */
  BLOCK_TOO_LATE(Severity.WARNING),
  /** A cue setting that WebVTT drops. {@code setting}: as written. */
  SETTING_IGNORED(Severity.WARNING),
  /** A region setting that WebVTT drops. {@code setting}: as written. */
  REGION_SETTING_IGNORED(Severity.WARNING),

  /** The cue was dropped: its times could not be read. {@code timing}: the line; {@code text}. */
  TIMING_UNREADABLE(Severity.ERROR),
  /** Text with no times at all was dropped. {@code text}. */
  TEXT_WITHOUT_TIMING(Severity.ERROR),
  /** The cue is kept but never shows: it ends when or before it starts. {@code start, end}. */
  END_BEFORE_START(Severity.ERROR),
  /** The cue was dropped: it ends before zero. {@code timing}: the line; {@code text}. */
  CUE_BEFORE_ZERO(Severity.ERROR),
  /** The cue began before zero and was made to begin there. {@code timing}: the line. */
  START_BEFORE_ZERO(Severity.WARNING),
  /** Times in an unusual notation were understood. {@code timing}: the line; {@code start, end}. */
  TIMING_REPAIRED(Severity.NOTE),

  /**
   * Cues are not numbered 1, 2, 3 …; said once a file. {@code found}, empty if none; {@code
   * expected}.
   */
  SEQUENCE_ODD(Severity.NOTE),
  /** No blank line before this cue. No arguments. */
  BLANK_LINE_MISSING(Severity.NOTE),
  /** Blank lines inside the cue were taken out; WebVTT cannot hold them. {@code count}. */
  BLANK_LINES_REMOVED(Severity.WARNING),
  /** What stands behind the times was not used. {@code position}: such as {@code X1:100 X2:200}. */
  POSITION_IGNORED(Severity.NOTE),
  /** Markup that WebVTT lacks was taken out, its text kept. {@code tags}: as written, by blanks. */
  TAGS_REMOVED(Severity.NOTE),
  /**
   * Tags were closed, reopened or dropped so that they pair. {@code tags}: as written, by blanks.
   */
  TAGS_UNBALANCED(Severity.NOTE),
  /** A cue with times but no text was dropped. No arguments. */
  CUE_EMPTY(Severity.NOTE),
  /** The file breaks off within its last cue. {@code text}: what is left of it. */
  FILE_TRUNCATED(Severity.WARNING),

  /**
   * Begins while another in the same place still shows. {@code other}: its number; {@code time}.
   */
  CUE_OVERLAP(Severity.WARNING),
  /** Begins earlier than the cue before it in the file. No arguments. */
  CUE_OUT_OF_ORDER(Severity.NOTE),
  /** So little time after the cue before that it looks like a flicker. {@code time, least}. */
  GAP_TOO_SHORT(Severity.NOTE),
  /** Shows for too short a time to be noticed. {@code time, least}. */
  CUE_TOO_SHORT(Severity.WARNING),
  /** Stands longer than viewers expect. {@code time, most}. */
  CUE_TOO_LONG(Severity.NOTE),
  /** More to read than there is time for. {@code speed, most}: characters a second. */
  READING_TOO_FAST(Severity.WARNING),
  /** Covers too much of the picture. {@code count, most}: lines. */
  TOO_MANY_LINES(Severity.WARNING),
  /** A line that will be broken anywhere. {@code count, most}: characters of the longest. */
  LINE_TOO_LONG(Severity.WARNING),
  /** The cue is there and shows nothing. No arguments. */
  CUE_WITHOUT_TEXT(Severity.WARNING),
  /** Begins when the film is over. {@code length}: of the film. */
  CUE_AFTER_FILM(Severity.ERROR),
  /**
   * What looks like a tag and is none: players leave it out. {@code tags}: as written, by blanks.
   */
  TAG_UNKNOWN(Severity.WARNING);

  private final Severity severity;
  private final String word;

  Code(Severity severity) {
    this.severity = severity;
    this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Severity severity() {
    return severity;
  }

  /** The stable, kebab-case form, such as {@code charset-guessed}. */
  public String word() {
    return word;
  }
}
