package org.capsula.subtitles;

/** How much a {@link Finding} matters to someone who watches with these subtitles. */
public enum Severity {
  /** The cues say and show what the file meant; something was read with tolerance. */
  NOTE,
  /** The text is there, but where, when or how it shows may not be what was meant. */
  WARNING,
  /** Text that is in the file will not be seen, or the file could not be read. */
  ERROR
}
