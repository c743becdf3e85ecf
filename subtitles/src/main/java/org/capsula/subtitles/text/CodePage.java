package org.capsula.subtitles.text;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The code pages that subtitle files of our languages are found in, and the likeliest of them. */
enum CodePage {
  WINDOWS_1252("windows-1252", Plausibility.WESTERN),
  ISO_8859_15("ISO-8859-15", Plausibility.WESTERN),
  WINDOWS_1253("windows-1253", Plausibility.GREEK),
  ISO_8859_7("ISO-8859-7", Plausibility.GREEK),
  WINDOWS_1250("windows-1250", Plausibility.ROMANIAN),
  ISO_8859_16("ISO-8859-16", Plausibility.ROMANIAN),
  ISO_8859_2("ISO-8859-2", Plausibility.ROMANIAN);

  /** Enough text to tell: a subtitle file of two hours has 100 to 200 kB. */
  private static final int SAMPLE_BYTES = 1 << 18;

  private final String charset;
  private final Plausibility letters;

  CodePage(String charset, Plausibility letters) {
    this.charset = charset;
    this.letters = letters;
  }

  /** On equal scores the first wins: Windows wrote more of these files than anything else. */
  static Charset likeliest(byte[] bytes, @Nullable String language) {
    byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE_BYTES));
    CodePage declared = best(ofLanguage(language), sample);
    CodePage best = best(List.of(values()), sample);
    // Greek read as French has half the score of Greek: then the language was declared wrongly.
    boolean isWrong = best.score(sample) > 2 * Math.max(0, declared.score(sample));
    return Charset.forName(isWrong ? best.charset : declared.charset);
  }

  static List<Charset> charsets() {
    return Arrays.stream(values()).map(page -> Charset.forName(page.charset)).toList();
  }

  /** How much it looks as if it were in this encoding; for what is no code page here: nothing. */
  static int score(byte[] bytes, Charset charset) {
    byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE_BYTES));
    return Arrays.stream(values())
        .filter(page -> page.charset.equalsIgnoreCase(charset.name()))
        .mapToInt(page -> page.score(sample))
        .findFirst()
        .orElse(0);
  }

  private static List<CodePage> ofLanguage(@Nullable String language) {
    if (language == null) {
      return List.of(WINDOWS_1252, WINDOWS_1253, WINDOWS_1250);
    }
    return switch (language) {
      case "el" -> List.of(WINDOWS_1253, ISO_8859_7);
      case "ro" -> List.of(WINDOWS_1250, ISO_8859_16, ISO_8859_2);
      default -> List.of(WINDOWS_1252, ISO_8859_15);
    };
  }

  private static CodePage best(List<CodePage> candidates, byte[] sample) {
    CodePage best = candidates.get(0);
    int bestScore = best.score(sample);
    for (CodePage candidate : candidates.subList(1, candidates.size())) {
      int score = candidate.score(sample);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private int score(byte[] sample) {
    return letters.score(new String(sample, Charset.forName(charset)));
  }
}
