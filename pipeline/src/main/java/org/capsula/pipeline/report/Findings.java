package org.capsula.pipeline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.media.Severity;
import org.jspecify.annotations.Nullable;

/** Words findings: the modules below give a code and arguments, here they become a sentence. */
public final class Findings {
  private static final Properties WORDS = load();
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private Findings() {}

  private static Properties load() {
    Properties words = new Properties();
    try (InputStream in = Findings.class.getResourceAsStream("findings.properties");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  public static Finding of(org.capsula.media.Finding finding) {
    return new Finding(
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.code(),
        sentence(finding.code(), finding.arguments()),
        Seconds.ofNullable(finding.start()),
        Seconds.ofNullable(finding.end()),
        null,
        null,
        action(finding.code(), finding.arguments()),
        kept(finding.arguments()));
  }

  public static Finding of(org.capsula.subtitles.Finding finding) {
    return new Finding(
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.code(),
        sentence(finding.code(), finding.arguments()),
        null,
        null,
        finding.line(),
        finding.cue(),
        action(finding.code(), finding.arguments()),
        kept(finding.arguments()));
  }

  /** A finding of this module's own. */
  public static Finding of(Severity severity, String code, Map<String, Object> arguments) {
    return new Finding(
        severity.name().toLowerCase(Locale.ROOT),
        code,
        sentence(code, arguments),
        null,
        null,
        null,
        null,
        action(code, arguments),
        kept(arguments));
  }

  /** A refusal, whose sentence was worded where the cause is known. */
  public static Finding refusal(String code, String message) {
    return new Finding("error", code, message, null, null, null, null, null, Map.of());
  }

  private static String sentence(String code, Map<String, Object> arguments) {
    String words = WORDS.getProperty(code);
    if (words == null) {
      throw new IllegalStateException("no words for the finding " + code);
    }
    return filled(words, arguments);
  }

  private static @Nullable String action(String code, Map<String, Object> arguments) {
    String words = WORDS.getProperty(code + ".action");
    return words == null ? null : filled(words, arguments);
  }

  private static String filled(String words, Map<String, Object> arguments) {
    // In one go: an argument may itself look like a place for another.
    return PLACE
        .matcher(words)
        .replaceAll(
            place -> {
              Object value = arguments.get(place.group(1));
              return Matcher.quoteReplacement(value == null ? place.group() : shown(value));
            });
  }

  /** In the order of their names: the same finding is the same text in every report. */
  private static Map<String, Object> kept(Map<String, Object> arguments) {
    Map<String, Object> kept = new TreeMap<>();
    arguments.forEach(
        (name, value) -> kept.put(name, value instanceof Number ? value : shown(value)));
    return kept;
  }

  private static String shown(Object value) {
    return value instanceof Duration time ? Seconds.of(time) + " s" : value.toString();
  }
}
