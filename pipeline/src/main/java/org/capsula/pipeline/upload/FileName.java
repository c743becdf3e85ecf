package org.capsula.pipeline.upload;

import java.text.Normalizer;

/**
 * A file's name as a client gave it, made fit to be shown. Nothing on the disk is ever called like
 * it.
 */
final class FileName {
  /** UTF-16 units; no file system takes more. */
  private static final int LONGEST = 255;

  private FileName() {}

  /**
   * Without folders, and without what no page, log or terminal should meet: control characters
   * (line ends, NUL, ESC), what turns the direction of writing around (a name that shows as {@code
   * exe.mp4} and is none), lone surrogates, what is not assigned.
   */
  static String clean(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String shown =
        Normalizer.normalize(last, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "")
            .replaceAll("\\s+", " ")
            .strip();
    String name = shown.length() > LONGEST ? shorten(shown) : shown;
    return name.isEmpty() || name.matches("\\.+") ? "film" : name;
  }

  /** In the middle: its ending says what it is. */
  private static String shorten(String name) {
    int half = LONGEST / 2;
    int head = Character.isHighSurrogate(name.charAt(half - 1)) ? half - 1 : half;
    int from = name.length() - half;
    int tail = Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from;
    return name.substring(0, head) + "…" + name.substring(tail);
  }
}
