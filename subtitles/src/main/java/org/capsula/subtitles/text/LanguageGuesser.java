package org.capsula.subtitles.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.capsula.subtitles.Cue;

/** Tells a text's language by its smallest words, of which every third word of a talk is one. */
public final class LanguageGuesser {
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&\\w+;");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}']+");

  /** Fewer than one in so many is no talk in that language. */
  private static final int ONE_IN = 9;

  /** Fewer are chance: “no” alone is a word of five of these languages. */
  private static final int FEWEST = 3;

  /**
   * Words that a language uses much more than its neighbours do. Catalan stands here so that nobody
   * takes it for Spanish.
   */
  private static final Map<String, Set<String>> WORDS =
      Map.ofEntries(
          words(
              "fr",
              "le la les des est et vous je que pas une dans pour qui sur avec ce il elle on"),
          words("el", "και το να είναι δεν με για που του της μου σας θα στο την η ο τα θέλω αυτό"),
          words(
              "ro",
              "și este să nu pe pentru care mai cu la din un o sunt am vă ce ați fost această"),
          words(
              "de", "der die das und ist nicht ich sie ein eine mit für auf haben wir zu den sich"),
          words(
              "lb",
              "an den de mir ech ass net dat eng fir mat hunn sinn dir si kann wann och vun awer vum"
                  + " huet all op"),
          words("nl", "de het een en is niet ik van je dat voor met zijn op te maar heb er we wat"),
          words(
              "en", "the and is you to of it that not for with have this are your be can we what"),
          words(
              "es",
              "el la que y en los no un por con se las una para es lo su está pero como del me usted"),
          words(
              "it", "il di che e la non è un per una sono mi ha con gli del si ma lo più le della"),
          words("pt", "o que e do não um para é com uma os no se na por mais as da em você ao"),
          words(
              "ca",
              "els les amb per és què una i el la que no tinc més són també aquest meva com va"));

  private LanguageGuesser() {}

  private static Map.Entry<String, Set<String>> words(String language, String list) {
    return Map.entry(language, Set.copyOf(Arrays.asList(list.split(" "))));
  }

  /** BCP 47; empty where it is none of these, too little is said to tell, or two are as likely. */
  public static Optional<String> guess(List<Cue> cues) {
    StringBuilder text = new StringBuilder();
    cues.forEach(cue -> text.append(MARKUP.matcher(cue.text()).replaceAll(" ")).append(' '));
    return guess(text.toString());
  }

  /** As {@link #guess(List)}, of plain text. */
  public static Optional<String> guess(String text) {
    List<String> spoken =
        NO_LETTERS
            // Romanian of older code pages has cedillas until its language is known.
            .splitAsStream(text.toLowerCase(Locale.ROOT).replace('ş', 'ș').replace('ţ', 'ț'))
            .filter(word -> !word.isEmpty())
            .toList();
    List<Match> matches =
        WORDS.keySet().stream()
            .map(language -> new Match(language, count(spoken, language)))
            .sorted(Comparator.comparingLong(Match::words).reversed())
            .toList();
    Match best = matches.get(0);
    boolean clear = 2 * best.words() > 3 * matches.get(1).words();
    boolean enough = best.words() >= FEWEST && best.words() * ONE_IN > spoken.size();
    return clear && enough ? Optional.of(best.language()) : Optional.empty();
  }

  private record Match(String language, long words) {}

  private static long count(List<String> spoken, String language) {
    Set<String> own = WORDS.getOrDefault(language, Set.of());
    return spoken.stream().filter(own::contains).count();
  }
}
