package org.capsula.server.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.capsula.pipeline.catalog.viewing.Lasting;
import org.capsula.pipeline.search.Choices;
import org.capsula.server.language.Formats;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.language.Themes;
import org.capsula.server.viewer.Finder;
import org.capsula.server.viewer.Finder.Badge;
import org.capsula.server.viewer.Finder.Choice;
import org.capsula.server.viewer.Finder.Menu;
import org.capsula.server.viewer.Text;
import org.jspecify.annotations.Nullable;

/** The form above the catalogue: what it can be narrowed to, and what it is. */
final class Finders {
  private final Searching searching;
  private final PageLanguage language;
  private final Messages messages;
  private final Formats formats;

  Finders(Searching searching, PageLanguage language) {
    this.searching = searching;
    this.language = language;
    messages = Messages.of(language);
    formats = Formats.of(language);
  }

  /**
   * @param count of what was found; null where nothing was searched for
   */
  Finder of(Wish wish, Finder.@Nullable Count count) {
    Choices choices = searching.choices();
    Lasting lasting = wish.lasting();
    List<Menu> menus =
        List.of(
            menu("language", choices.languages(), wish.language()),
            menu("theme", choices.themes(), wish.theme()),
            menu("country", choices.countries(), wish.country()),
            menu(
                "length",
                Arrays.stream(Lasting.values()).map(Lasting::word).toList(),
                lasting == null ? null : lasting.word()));
    WishAddress address = new WishAddress(wish);
    List<Badge> badges = new ArrayList<>();
    for (Menu menu : menus) {
      menu.choices().stream()
          .filter(Choice::chosen)
          .map(choice -> new Badge(menu.name(), choice.words(), address.without(menu.name())))
          .forEach(badges::add);
    }
    return new Finder(
        Objects.requireNonNullElse(wish.words(), ""),
        menus.stream().filter(menu -> !menu.choices().isEmpty()).toList(),
        badges,
        count,
        searching.isWhole());
  }

  /** One that is wished for stands there, be it that nothing fits any more. */
  private Menu menu(String name, List<String> values, @Nullable String wished) {
    Map<String, Choice> byMeaning = new LinkedHashMap<>();
    if (wished != null) {
      byMeaning.put(meaning(name, wished), new Choice(wished, words(name, wished), true));
    }
    for (String value : values) {
      byMeaning.putIfAbsent(meaning(name, value), new Choice(value, words(name, value), false));
    }
    List<Choice> choices = new ArrayList<>(byMeaning.values());
    if (name.equals("length")) {
      choices.sort(
          Comparator.comparing(choice -> Lasting.valueOf(choice.value().toUpperCase(Locale.ROOT))));
    } else {
      choices.sort(Comparator.comparing(choice -> choice.words().words(), formats.alphabet()));
    }
    return new Menu(name, choices);
  }

  /** Themes that different languages write differently may be one. */
  private static String meaning(String name, String value) {
    return name.equals("theme") ? Themes.key(value).orElse(value) : value;
  }

  private Text words(String name, String value) {
    return switch (name) {
      case "language" -> named(formats.languageName(value), value);
      case "country" -> named(formats.country(value), value);
      case "theme" -> {
        Optional<String> known = Themes.key(value).flatMap(messages::find);
        yield known.map(this::ours).orElseGet(() -> new Text(value, null));
      }
      default -> ours(messages.text("search.length." + value));
    };
  }

  /** What has no name is shown as it stands in the address. */
  private Text named(String name, String value) {
    return name.isBlank() ? new Text(value, null) : ours(name);
  }

  private Text ours(String words) {
    return new Text(words, language.tag());
  }
}
