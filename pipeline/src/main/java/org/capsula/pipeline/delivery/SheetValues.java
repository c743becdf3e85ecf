package org.capsula.pipeline.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.subtitles.LanguageTag;
import org.jspecify.annotations.Nullable;

/** Reads the values of a sheet. What is of the wrong kind is said and left out. */
final class SheetValues {
  private final Consumer<String> problems;

  SheetValues(Consumer<String> problems) {
    this.problems = problems;
  }

  private void problem(String key, String sentence) {
    problems.accept(key + ": " + sentence);
  }

  private static boolean isAbsent(@Nullable JsonNode node) {
    return node == null || node.isNull();
  }

  /** The part under a key; null where there is none. Keys that it does not have are said. */
  @Nullable ObjectNode part(@Nullable JsonNode node, String key, Set<String> known) {
    if (node instanceof ObjectNode object) {
      unknownKeys(object, key + ": ", known);
      return object;
    }
    if (!isAbsent(node)) {
      problem(key, "should hold keys like " + joined(known) + ".");
    }
    return null;
  }

  /** Whether there is none. */
  boolean unknownKeys(ObjectNode node, String where, Set<String> known) {
    boolean none = true;
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!known.contains(entry.getKey())) {
        none = false;
        problem(
            where + entry.getKey(),
            "is not known and left out; it may be one of " + joined(known) + ".");
      }
    }
    return none;
  }

  private static String joined(Set<String> keys) {
    return String.join(", ", keys.stream().sorted().toList());
  }

  /** A text a language, or one text of which nobody said the language. */
  Texts texts(@Nullable JsonNode node, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    byLanguage(node, key)
        .forEach(
            (language, value) -> {
              String text = text(value, key);
              if (text != null) {
                texts.put(language, text);
              }
            });
    return new Texts(texts);
  }

  /** As {@link #texts}, on one line each. */
  Texts titles(@Nullable JsonNode node, String key) {
    Map<String, String> titles = new LinkedHashMap<>();
    texts(node, key)
        .byLanguage()
        .forEach((language, text) -> titles.put(language, text.replaceAll("\\s+", " ")));
    return new Texts(titles);
  }

  Map<String, List<String>> wordsByLanguage(@Nullable JsonNode node, String key) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    byLanguage(node, key)
        .forEach(
            (language, value) -> {
              List<String> some = words(value, key);
              if (!some.isEmpty()) {
                words.put(language, some);
              }
            });
    return words;
  }

  private Map<String, JsonNode> byLanguage(@Nullable JsonNode node, String key) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        String language = language(entry.getKey(), key);
        if (language != null && values.putIfAbsent(language, entry.getValue()) != null) {
          problem(key, "“" + entry.getKey() + "” is a language that stands there already.");
        }
      }
    } else if (node != null && !node.isNull()) {
      values.put(Texts.UNKNOWN_LANGUAGE, node);
    }
    return values;
  }

  /** A list, or one text with commas. */
  List<String> words(@Nullable JsonNode node, String key) {
    List<String> words = new ArrayList<>();
    if (node != null && node.isArray()) {
      node.forEach(word -> add(words, text(word, key)));
    } else {
      String several = text(node, key);
      if (several != null) {
        Arrays.stream(several.split(",")).forEach(word -> add(words, word.strip()));
      }
    }
    return words.stream().distinct().toList();
  }

  private static void add(List<String> words, @Nullable String word) {
    if (word != null && !word.isEmpty()) {
      words.add(word.replaceAll("\\s+", " "));
    }
  }

  /** Without what no page or database can show. */
  @Nullable String text(@Nullable JsonNode node, String key) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isTextual()) {
      problem(key, "should be a text.");
      return null;
    }
    String text = node.textValue().replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]", "").strip();
    return text.isEmpty() ? null : text;
  }

  @Nullable String language(@Nullable String tag, String key) {
    if (tag == null) {
      return null;
    }
    String language = LanguageTag.normalise(tag).orElse(null);
    if (language == null) {
      problem(key, "“" + tag + "” is no language; use tags like fr, el, ro, de, lb or en.");
    }
    return language;
  }

  /** ISO 3166-1 alpha-2. */
  @Nullable String country(@Nullable String code, String key) {
    if (code == null) {
      return null;
    }
    String country = code.toUpperCase(Locale.ROOT);
    if (!Arrays.asList(Locale.getISOCountries()).contains(country)) {
      problem(key, "“" + code + "” is no country; use two letters like BE, FR, GR, LU, RO.");
      return null;
    }
    return country;
  }

  @Nullable Integer wholeNumber(@Nullable String text, String key) {
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      problem(key, "should be a whole number, not “" + text + "”.");
      return null;
    }
  }
}
