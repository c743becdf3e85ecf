package org.capsula.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.pipeline.storage.StoredFile;

/**
 * What people say in films that there are not: made-up words with the letters of their languages,
 * few of them often and many seldom (Zipf), the same at every run.
 */
final class Speech implements ManyCapsules.Subtitles {
  private static final int WORDS = 20_000;
  private static final int SECONDS = 3;

  private final Library library;
  private final int cues;
  private final Map<String, List<String>> vocabulary = new HashMap<>();
  private final double[] shares = new double[WORDS];

  Speech(Library library, int cues) {
    this.library = library;
    this.cues = cues;
    Random random = new Random(2027);
    for (String language : ManyCapsules.LANGUAGES) {
      vocabulary.put(
          language, IntStream.range(0, WORDS).mapToObj(i -> word(language, random)).toList());
    }
    double sum = 0;
    for (int i = 0; i < WORDS; i++) {
      sum += 1.0 / (i + 1);
      shares[i] = sum;
    }
  }

  private static String word(String language, Random random) {
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
    for (int i = 2 + random.nextInt(7); i >= 0; i--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  private String spoken(String language, Random random) {
    double share = random.nextDouble() * shares[WORDS - 1];
    int found = Arrays.binarySearch(shares, share);
    return vocabulary.getOrDefault(language, List.of()).get(found < 0 ? -found - 1 : found);
  }

  /** Each cue's words, apart by a blank. */
  List<String> cues(int n, String language) {
    Random random = new Random(31L * n + language.hashCode());
    List<String> said = new ArrayList<>();
    for (int cue = 0; cue < cues; cue++) {
      List<String> words = new ArrayList<>();
      for (int i = 4 + random.nextInt(5); i >= 0; i--) {
        words.add(spoken(language, random));
      }
      said.add(String.join(" ", words));
    }
    return said;
  }

  /** Not brought to the disk for good: it is made again when the machine fails. */
  @Override
  public StoredFile of(int n, String language) {
    StringBuilder webvtt = new StringBuilder("WEBVTT\n");
    int second = 0;
    for (String cue : cues(n, language)) {
      webvtt
          .append("\n%02d:%02d.000 --> ".formatted(second / 60, second % 60))
          .append("%02d:%02d.900\n".formatted((second + 2) / 60, (second + 2) % 60))
          .append(cue)
          .append('\n');
      second += SECONDS;
    }
    String text = webvtt.toString();
    String sha256 = Sha256.of(text);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      Path file = library.storage().file(sha256);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new StoredFile(sha256, bytes.length, true);
  }

  /** Words and phrases that somebody says somewhere: seldom ones, usual ones, and both. */
  String question(int capsules, Random random) {
    String language = ManyCapsules.LANGUAGES.get(random.nextInt(ManyCapsules.LANGUAGES.size()));
    List<String> said = cues(random.nextInt(capsules), language);
    List<String> words = List.of(said.get(random.nextInt(said.size())).split(" ", 0));
    int from = random.nextInt(words.size() - 2);
    return switch (random.nextInt(4)) {
      case 0 -> words.get(from);
      case 1 -> words.get(from) + " " + words.get(from + 2);
      case 2 -> "\"" + words.get(from) + " " + words.get(from + 1) + "\"";
      default -> String.join(" ", words.subList(0, 3)).toUpperCase(Locale.ROOT);
    };
  }
}
