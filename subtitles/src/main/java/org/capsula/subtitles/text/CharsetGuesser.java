package org.capsula.subtitles.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.capsula.subtitles.text.CharsetGuess.Reading;
import org.jspecify.annotations.Nullable;

/** Says for a person how a file would read in each encoding that it may be in. */
public final class CharsetGuesser {
  /** What a person takes in at a glance. */
  private static final int SAMPLE_LETTERS = 60;

  private CharsetGuesser() {}

  /**
   * @param declaredLanguage a language tag in any form; null if unknown
   */
  public static CharsetGuess guess(byte[] bytes, @Nullable String declaredLanguage) {
    Decoded chosen = Decoder.decode(bytes, declaredLanguage);
    Charset best = Charset.forName(chosen.charset());
    int[] line = telling(bytes);
    boolean ascii = line[0] == line[1];
    List<Reading> readings = new ArrayList<>();
    readings.add(
        new Reading(best.name(), ascii || isUnicode(best) ? 1 : confidence(bytes, best), ""));
    if (ascii || isWide(best)) {
      return new CharsetGuess(readings);
    }
    byte[] sample = Arrays.copyOfRange(bytes, line[0], line[1]);
    readings.set(0, new Reading(best.name(), readings.get(0).confidence(), words(sample, best)));
    readings.addAll(others(bytes, sample, best));
    return new CharsetGuess(readings);
  }

  private static List<Reading> others(byte[] bytes, byte[] sample, Charset best) {
    Set<String> seen = new HashSet<>(Set.of(new String(bytes, best)));
    List<Reading> others = new ArrayList<>();
    for (Charset charset : CodePage.charsets()) {
      if (seen.add(new String(bytes, charset))) {
        others.add(new Reading(charset.name(), confidence(bytes, charset), words(sample, charset)));
      }
    }
    others.sort(Comparator.comparingDouble(Reading::confidence).reversed());
    Reading utf8 = new Reading("UTF-8", 0, words(sample, StandardCharsets.UTF_8));
    if (!isUnicode(best) && !utf8.sample().contains("\uFFFD")) {
      others.add(utf8);
    }
    return others;
  }

  private static boolean isUnicode(Charset charset) {
    return charset.name().startsWith("UTF-");
  }

  private static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16");
  }

  /** Two points a letter is what text of the page's own languages has. */
  private static double confidence(byte[] bytes, Charset charset) {
    int letters = 0;
    for (byte each : bytes) {
      letters += each < 0 ? 1 : 0;
    }
    double score = CodePage.score(bytes, charset) / (2.0 * Math.max(1, letters));
    return Math.round(100 * Math.max(0, Math.min(0.99, score))) / 100.0;
  }

  private static String words(byte[] line, Charset charset) {
    String text = new String(line, charset).strip();
    return text.substring(0, text.offsetByCodePoints(0, length(text)));
  }

  private static int length(String text) {
    return Math.min(SAMPLE_LETTERS, text.codePointCount(0, text.length()));
  }

  /** From where to where the first line stands that has anything beyond ASCII; else nowhere. */
  private static int[] telling(byte[] bytes) {
    int start = 0;
    boolean tells = false;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n' || bytes[i] == '\r') {
        if (tells) {
          return new int[] {start, i};
        }
        start = i + 1;
      } else if (bytes[i] < 0) {
        tells = true;
      }
    }
    return new int[] {0, 0};
  }
}
