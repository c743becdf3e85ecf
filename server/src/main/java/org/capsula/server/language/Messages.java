package org.capsula.server.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of the pages in one language. Places for values are {0}, {1} … */
public final class Messages {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  /** Files of words, a feature each; the keys of all but the first begin with the file's name. */
  static final List<String> BUNDLES =
      List.of(
          "messages",
          "account",
          "upload",
          "studio",
          "editor",
          "cues",
          "system",
          "findings",
          "search",
          "schedule",
          "watch");

  private static final Map<PageLanguage, Messages> ALL = new EnumMap<>(PageLanguage.class);

  static {
    Arrays.stream(PageLanguage.values())
        .forEach(language -> ALL.put(language, new Messages(language, read(language))));
  }

  private final PageLanguage language;
  private final Properties words;

  private Messages(PageLanguage language, Properties words) {
    this.language = language;
    this.words = words;
  }

  public static Messages of(PageLanguage language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  public PageLanguage language() {
    return language;
  }

  /** The words under the key, which has to exist. */
  public String text(String key, Object... values) {
    return find(key, values)
        .orElseThrow(
            () -> new IllegalArgumentException("no words in %s: %s".formatted(language, key)));
  }

  /** The words under the key, if there are any. */
  public Optional<String> find(String key, Object... values) {
    return Optional.ofNullable(words.getProperty(key)).map(pattern -> fill(pattern, values));
  }

  /** The words for this many, where {0} is the number. */
  public String count(String key, long count) {
    return text(key + "." + Plural.of(language, count).word(), count);
  }

  /** Those of one feature, for its script. */
  public Map<String, String> beginningWith(String start) {
    Map<String, String> found = new TreeMap<>();
    for (String key : words.stringPropertyNames()) {
      if (key.startsWith(start)) {
        found.put(key, words.getProperty(key));
      }
    }
    return found;
  }

  Set<String> keys() {
    return words.stringPropertyNames();
  }

  Map.Entry<String, String> entry(String key) {
    return Map.entry(key, text(key));
  }

  private static String fill(String pattern, Object... values) {
    return PLACE
        .matcher(pattern)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(place.group(1))])));
  }

  static Set<String> keys(String bundle, PageLanguage language) {
    return read(bundle, language).stringPropertyNames();
  }

  private static Properties read(PageLanguage language) {
    Properties words = new Properties();
    BUNDLES.forEach(bundle -> words.putAll(read(bundle, language)));
    return words;
  }

  private static Properties read(String bundle, PageLanguage language) {
    String name = bundle + "_" + language.tag() + ".properties";
    try (InputStream in = Objects.requireNonNull(Messages.class.getResourceAsStream(name), name)) {
      Properties words = new Properties();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
