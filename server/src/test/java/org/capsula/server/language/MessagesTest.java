package org.capsula.server.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
  private static final Messages ENGLISH = Messages.of(PageLanguage.ENGLISH);
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  /** The same word in English and in another of the languages. */
  private static final Set<String> SHARED_WORDS =
      Set.copyOf(
          List.of(
              // A line each, so that features add theirs side by side.
              "{0} minute",
              "{0} minutes",
              "in Paris",
              "Capsules",
              "Ctrl",
              "Delete",
              "End",
              "Enter",
              "Home",
              "Page Down",
              "Page Up",
              "Shift",
              "Text",
              "Position",
              "Documents",
              "Guide",
              "All",
              "Collection",
              "Note",
              "Pause",
              "Publication",
              "{0}:",
              "{0}: {1}",
              "{0}: {1} %",
              "System",
              "{0}\u00a0kB",
              "{0}\u00a0MB",
              "{0}\u00a0GB"));

  @ParameterizedTest
  @EnumSource
  void keys_beginWithTheNameOfTheirBundle(PageLanguage language) {
    for (String bundle : Messages.BUNDLES.subList(1, Messages.BUNDLES.size())) {
      assertThat(Messages.keys(bundle, language)).allMatch(key -> key.startsWith(bundle + "."));
    }
    assertThat(Messages.keys("messages", language))
        .noneMatch(
            key ->
                Messages.BUNDLES.subList(1, Messages.BUNDLES.size()).stream()
                    .anyMatch(bundle -> key.startsWith(bundle + ".")));
  }

  @ParameterizedTest
  @EnumSource
  void languages_haveTheSameKeys(PageLanguage language) {
    assertThat(keysWithoutFew(Messages.of(language))).isEqualTo(keysWithoutFew(ENGLISH));
  }

  @Test
  void plurals_haveTheFormsOfTheirLanguage() {
    for (PageLanguage language : PageLanguage.values()) {
      for (String thing : Set.of("length.hours", "length.minutes", "length.seconds")) {
        for (long count = 0; count < 130; count++) {
          assertThat(Messages.of(language).count(thing, count)).startsWith(count + " ");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void words_keepThePlacesForValues(PageLanguage language) {
    Messages words = Messages.of(language);
    for (String key : ENGLISH.keys()) {
      assertThat(places(raw(words, key))).as(key).isEqualTo(places(raw(ENGLISH, key)));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
  void words_areNotLeftInEnglish(PageLanguage language) {
    Messages words = Messages.of(language);
    assertThat(ENGLISH.keys())
        .filteredOn(key -> !SHARED_WORDS.contains(raw(ENGLISH, key)))
        .allSatisfy(key -> assertThat(raw(words, key)).isNotEqualTo(raw(ENGLISH, key)));
  }

  @ParameterizedTest
  @EnumSource
  void words_areSpeltWithTheRightLetters(PageLanguage language) {
    Messages words = Messages.of(language);
    assertThat(words.keys())
        .allSatisfy(
            key ->
                assertThat(raw(words, key))
                    .as("no cedilla for a comma below, no polytonic Greek, no straight apostrophe")
                    .doesNotContainPattern("[\u015e\u015f\u0162\u0163\u1f00-\u1fff'\"]")
                    .isEqualTo(raw(words, key).strip())
                    .isNotEmpty());
  }

  @Test
  void values_standAsTheyAre() {
    assertThat(ENGLISH.text("card.subtitles", "$1 \\ {0}")).isEqualTo("Subtitles: $1 \\ {0}");
  }

  @Test
  void unknownKey_isOurFault() {
    assertThat(ENGLISH.find("nowhere")).isEmpty();
    assertThatThrownBy(() -> ENGLISH.text("nowhere")).hasMessageContaining("nowhere");
  }

  private static String raw(Messages words, String key) {
    return words.text(key, "{0}", "{1}", "{2}", "{3}");
  }

  private static Set<String> keysWithoutFew(Messages words) {
    return words.keys().stream()
        .filter(key -> !key.endsWith(".few"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> places(String words) {
    return PLACE.matcher(words).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
