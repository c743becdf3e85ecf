package org.capsula.pipeline.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.delivery.Sheet.CollectionPart;
import org.capsula.pipeline.delivery.Sheet.SituationPart;
import org.capsula.subtitles.LanguageTag;
import org.jspecify.annotations.Nullable;

/** Reads a YAML side-car. What is wrong in one place does not cost the others. */
final class SheetReader {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** A narrative in six languages is some 30 kB. */
  private static final long LARGEST = 1_000_000;

  private static final Set<String> KEYS =
      Set.of(
          "title",
          "summary",
          "keywords",
          "language",
          "situation",
          "collection",
          "languages",
          "release");

  private final String name;
  private final List<String> problems = new ArrayList<>();

  private SheetReader(String name) {
    this.name = name;
  }

  static Sheet read(Path file) {
    return new SheetReader(file.getFileName().toString()).readFile(file);
  }

  private Sheet readFile(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        return unreadable("it is larger than " + LARGEST / 1_000_000 + " MB");
      }
      JsonNode root = YAML.readTree(Files.readString(file));
      if (root == null || root.isMissingNode() || root.isNull()) {
        return Sheet.NONE;
      }
      return root.isObject()
          ? sheet(root)
          : unreadable("it should hold keys like title: and summary:");
    } catch (JsonProcessingException e) {
      return unreadable(
          "line " + e.getLocation().getLineNr() + ": " + firstLine(e.getOriginalMessage()));
    } catch (MalformedInputException e) {
      return unreadable("it is not in UTF-8; save it as UTF-8");
    } catch (IOException e) {
      return unreadable("it cannot be opened; check its permissions");
    }
  }

  private Sheet unreadable(String reason) {
    problem(reason + "; the film is taken without it. Correct the file and import it again.");
    return new Sheet(CapsuleTexts.NONE, null, null, null, List.of(), null, problems);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("it is no YAML");
  }

  private Sheet sheet(JsonNode root) {
    unknownKeys(root, KEYS, "");
    return new Sheet(
        new CapsuleTexts(
            texts(root.get("title"), "title"),
            texts(root.get("summary"), "summary"),
            keywords(root.get("keywords"))),
        language(text(root.get("language"), "language"), "language"),
        situation(root.get("situation")),
        collection(root.get("collection")),
        languages(root.get("languages")),
        ReleaseReader.read(root.get("release"), this::problem),
        problems);
  }

  private void problem(String sentence) {
    problems.add(name + ": " + sentence);
  }

  private void unknownKeys(JsonNode node, Set<String> known, String where) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                problem(
                    where
                        + key
                        + ": is not known and left out; it may be one of "
                        + String.join(", ", known.stream().sorted().toList())
                        + ".");
              }
            });
  }

  /** A text a language, or one text of which nobody said the language. */
  private Texts texts(@Nullable JsonNode node, String key) {
    if (node == null || node.isNull()) {
      return Texts.NONE;
    }
    if (node.isValueNode()) {
      return new Texts(Map.of(Texts.UNKNOWN_LANGUAGE, node.asText()));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String language = language(entry.getKey(), key);
      String text = text(entry.getValue(), key + ": " + entry.getKey());
      if (language != null && text != null) {
        texts.put(language, text);
      }
    }
    return new Texts(texts);
  }

  private Map<String, List<String>> keywords(@Nullable JsonNode node) {
    Map<String, List<String>> keywords = new LinkedHashMap<>();
    if (node == null || !node.isObject()) {
      return keywords;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String language = language(entry.getKey(), "keywords");
      if (language != null) {
        keywords.put(language, words(entry.getValue(), "keywords"));
      }
    }
    return keywords;
  }

  private List<String> words(@Nullable JsonNode node, String key) {
    List<String> words = new ArrayList<>();
    if (node != null && node.isArray()) {
      node.forEach(
          word -> {
            String text = text(word, key);
            if (text != null) {
              words.add(text);
            }
          });
    } else {
      String several = text(node, key);
      if (several != null) {
        words.addAll(
            Arrays.stream(several.split(","))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .toList());
      }
    }
    return words;
  }

  private List<String> languages(@Nullable JsonNode node) {
    List<String> languages = new ArrayList<>();
    for (String tag : words(node, "languages")) {
      String language = language(tag, "languages");
      if (language != null) {
        languages.add(language);
      }
    }
    return languages;
  }

  private @Nullable SituationPart situation(@Nullable JsonNode node) {
    JsonNode part = part(node, "situation", Set.of("title", "narrative", "themes", "country"));
    if (part == null) {
      return null;
    }
    return new SituationPart(
        texts(part.get("title"), "situation: title"),
        texts(part.get("narrative"), "situation: narrative"),
        words(part.get("themes"), "situation: themes"),
        country(text(part.get("country"), "situation: country")));
  }

  private @Nullable CollectionPart collection(@Nullable JsonNode node) {
    JsonNode part = part(node, "collection", Set.of("title", "order"));
    if (part == null) {
      return null;
    }
    Texts titles = texts(part.get("title"), "collection: title");
    if (titles.isEmpty()) {
      problem("collection: has no title and is left out.");
      return null;
    }
    JsonNode order = part.get("order");
    if (order != null && !order.isNull() && !order.isInt()) {
      problem("collection: order: should be a whole number, not " + order.asText() + ".");
    }
    return new CollectionPart(titles, order != null && order.isInt() ? order.asInt() : null);
  }

  @org.jspecify.annotations.NullUnmarked
  private @Nullable JsonNode part(@Nullable JsonNode node, String key, Set<String> keys) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isObject()) {
      problem(
          key
              + ": should hold keys like "
              + String.join(", ", keys.stream().sorted().toList())
              + ".");
      return null;
    }
    unknownKeys(node, keys, key + ": ");
    return node;
  }

  private @Nullable String text(@Nullable JsonNode node, String key) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isValueNode()) {
      problem(key + ": should be a text.");
      return null;
    }
    String text = node.asText().strip();
    return text.isEmpty() ? null : text;
  }

  private @Nullable String language(@Nullable String tag, String key) {
    if (tag == null) {
      return null;
    }
    String language = LanguageTag.normalise(tag).orElse(null);
    if (language == null) {
      problem(key + ": “" + tag + "” is no language; use tags like fr, el, ro, de, lb or en.");
    }
    return language;
  }

  private @Nullable String country(@Nullable String code) {
    if (code == null) {
      return null;
    }
    String country = code.toUpperCase(Locale.ROOT);
    if (!Arrays.asList(Locale.getISOCountries()).contains(country)) {
      problem(
          "situation: country: “"
              + code
              + "” is no country; use two letters like BE, FR, GR, LU, RO.");
      return null;
    }
    return country;
  }
}
