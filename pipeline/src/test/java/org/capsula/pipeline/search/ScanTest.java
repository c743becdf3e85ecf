package org.capsula.pipeline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index finds neither more nor less than reading everything from end to end. */
class ScanTest {
  private static final int CAPSULES = 40;
  private static final int QUERIES = 100;

  @TempDir private Path folder;

  @Test
  void hits_areThoseOfAPlainScan() {
    Random random = new Random(2027);
    Spoken spoken = new Spoken(random);
    try (SearchLibrary library = new SearchLibrary(folder)) {
      for (int n = 0; n < CAPSULES; n++) {
        String id = "capsule-" + n;
        library.catalogue.addOpen(id);
        for (String language : Words.LANGUAGES) {
          String[] cues =
              IntStream.range(0, 6).mapToObj(i -> spoken.sentence(language)).toArray(String[]::new);
          library.say(id, language, cues);
          spoken.keep(id, language, String.join("\n", cues));
        }
      }
      library.follow();
      int found = 0;
      for (int n = 0; n < QUERIES; n++) {
        String typed = spoken.question();
        Set<String> scanned = spoken.scan(Question.of(typed));
        assertThat(library.find(typed)).as(typed).isEqualTo(scanned);
        found += scanned.size();
      }
      // Else it would be easy to agree.
      assertThat(found).isBetween(QUERIES, QUERIES * CAPSULES / 2);
    }
  }

  /** Sentences of made-up words with all the letters of their languages. */
  private static final class Spoken {
    private static final int WORDS = 60;

    private record Text(String capsule, String language, String words) {}

    private final Map<String, List<String>> vocabulary = new TreeMap<>();
    private final List<Text> texts = new ArrayList<>();
    private final Random random;

    Spoken(Random random) {
      this.random = random;
      Words.LANGUAGES.forEach(
          language ->
              vocabulary.put(
                  language, IntStream.range(0, WORDS).mapToObj(i -> word(language)).toList()));
    }

    private String word(String language) {
      String letters =
          switch (language) {
            case "fr" -> "aàâbcçdeéèêfghiîlmnoôœprstuùv";
            case "el" -> "αάβγδεέζηήθιίϊκλμνξοόπρστυύφχψωώ";
            case "ro" -> "aăâbcdefghiîlmnopqrsștțuvz";
            case "de" -> "aäbcdefghilmnoöprsßtuüvwz";
            case "lb" -> "aäbcdeéëfghilmnoprstuvwz";
            default -> "abcdefghilmnoprstuvwy";
          };
      StringBuilder word = new StringBuilder();
      for (int i = 2 + random.nextInt(6); i >= 0; i--) {
        word.append(letters.charAt(random.nextInt(letters.length())));
      }
      return word.toString();
    }

    String sentence(String language) {
      List<String> words = vocabulary.getOrDefault(language, List.of());
      StringBuilder sentence = new StringBuilder();
      for (int i = 3 + random.nextInt(6); i >= 0; i--) {
        sentence.append(words.get(random.nextInt(WORDS))).append(i == 0 ? "." : " ");
      }
      return sentence.toString();
    }

    void keep(String capsule, String language, String words) {
      texts.add(new Text(capsule, language, words));
    }

    /** Words that stand somewhere, in any order, or as a phrase; some in capitals. */
    String question() {
      Text text = texts.get(random.nextInt(texts.size()));
      List<String> words = new ArrayList<>(List.of(text.words().split("[\\s.]+", 0)));
      int from = random.nextInt(words.size() - 3);
      List<String> some = words.subList(from, from + 1 + random.nextInt(3));
      String question =
          switch (random.nextInt(3)) {
            case 0 -> "\"" + String.join(" ", some) + "\"";
            case 1 -> String.join(" ", some);
            default -> {
              Collections.shuffle(words, random);
              yield words.get(0) + " " + words.get(1);
            }
          };
      return random.nextBoolean() ? question : question.toUpperCase(Locale.ROOT);
    }

    Set<String> scan(Question question) {
      Set<String> capsules = new TreeSet<>();
      for (Text text : texts) {
        List<List<String>> parts = question.in(text.language());
        List<String> terms = Words.terms(text.language(), text.words());
        if (!parts.isEmpty()
            && parts.stream().allMatch(part -> Collections.indexOfSubList(terms, part) >= 0)) {
          capsules.add(text.capsule());
        }
      }
      return capsules;
    }
  }
}
