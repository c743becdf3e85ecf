package org.capsula.subtitles.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.capsula.subtitles.Cue;

/** Tells a text's language by its smallest words, of which every third word of a talk is one. */
public final class LanguageGuesser {
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&\\w+;");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}']+");

  /** Fewer than one in so many is no talk in that language. */
  private static final int ONE_IN = 12;

  /** Words that a language uses much more than its neighbours do. */
  private static final Map<String, Set<String>> WORDS =
      new TreeMap<>(
          Map.of(
              "fr",
              words(
                  "le la les des est et vous je que pas une dans pour qui sur avec ce il elle on"),
              "el",
              words("και το να είναι δεν με για που του της μου σας θα στο την η ο τα θέλω αυτό"),
              "ro",
              words(
                  "și este să nu pe pentru care mai cu la din un o sunt am vă ce ați fost această"),
              "de",
              words("der die das und ist nicht ich sie ein eine mit für auf haben wir zu den sich"),
              "lb",
              words("an den de mir ech ass net dat eng fir mat hunn sinn dir si kann wann och vun"),
              "nl",
              words("de het een en is niet ik van je dat voor met zijn op te maar heb er we wat"),
              "en",
              words(
                  "the and is you to of it that not for with have this are your be can we what")));

  private LanguageGuesser() {}

  private static Set<String> words(String list) {
    return Set.copyOf(Arrays.asList(list.split(" ")));
  }

  /** BCP 47; empty where it is none of ours, or too little is said to tell. */
  public static Optional<String> guess(List<Cue> cues) {
    StringBuilder text = new StringBuilder();
    cues.forEach(cue -> text.append(MARKUP.matcher(cue.text()).replaceAll(" ")).append(' '));
    return guess(text.toString());
  }

  /** As {@link #guess(List)}, of plain text. */
  public static Optional<String> guess(String text) {
    List<String> spoken =
        NO_LETTERS
            .splitAsStream(text.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toList();
    return WORDS.keySet().stream()
        .max(Comparator.comparingLong(language -> count(spoken, language)))
        .filter(language -> count(spoken, language) * ONE_IN > spoken.size());
  }

  private static long count(List<String> spoken, String language) {
    Set<String> own = WORDS.getOrDefault(language, Set.of());
    return spoken.stream().filter(own::contains).count();
  }
}
