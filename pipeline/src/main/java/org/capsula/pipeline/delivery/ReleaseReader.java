package org.capsula.pipeline.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.capsula.pipeline.catalog.release.LocalTimes;
import org.capsula.pipeline.catalog.release.LocalTimes.AmbiguousTimeException;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.delivery.Sheet.ReleasePart;
import org.jspecify.annotations.Nullable;

/**
 * Reads the release of a YAML side-car. A release with a mistake in it is left out whole, and so is
 * one with a key that is not known, which may be a misspelt time: the capsule stays a draft rather
 * than opening at a time that nobody meant.
 */
final class ReleaseReader {
  private static final Set<String> KEYS = Set.of("audience", "opens", "closes", "zone");

  /** Within what databases and pages can show. */
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private ReleaseReader() {}

  /**
   * @param problems is given a sentence where there is a mistake, and nothing else
   */
  static @Nullable ReleasePart read(@Nullable JsonNode node, Consumer<String> problems) {
    if (node == null) {
      return null;
    }
    try {
      requireKnownKeys(node);
      requireOpens(node);
      Optional<ZoneId> zone = zone(text(node, "zone"));
      Instant opens = instant(text(node, "opens"), zone);
      Instant closes = instant(text(node, "closes"), zone);
      if (opens != null && closes != null && !closes.isAfter(opens)) {
        throw new MistakeException("it closes before it opens");
      }
      return new ReleasePart(
          audience(text(node, "audience")), opens, closes, zone.orElse(ZoneId.of("UTC")));
    } catch (MistakeException e) {
      problems.accept(
          "release: "
              + e.getMessage()
              + ". Nothing of the release is taken: a new capsule stays a draft.");
      return null;
    }
  }

  private static void requireKnownKeys(JsonNode node) throws MistakeException {
    if (!node.isObject()) {
      throw new MistakeException("it should hold keys like audience: and opens:");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!KEYS.contains(entry.getKey())) {
        throw new MistakeException(
            "“"
                + entry.getKey()
                + "” is not known; it may be one of audience, opens, closes, zone");
      }
    }
  }

  /** Left out it means at once; left empty, somebody had a time in mind. */
  private static void requireOpens(JsonNode node) throws MistakeException {
    if (node.has("opens") && text(node, "opens").orElse("").isEmpty()) {
      throw new MistakeException("opens is empty; give a time like 2026-12-01T09:00");
    }
  }

  private static Optional<String> text(JsonNode node, String key) throws MistakeException {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new MistakeException(key + " should be one value, not several");
    }
    return Optional.of(value.textValue().strip());
  }

  private static Audience audience(Optional<String> word) throws MistakeException {
    if (word.isEmpty()) {
      return Audience.PUBLIC;
    }
    return Audience.ofWord(word.get())
        .orElseThrow(
            () ->
                new MistakeException(
                    "audience “" + word.get() + "” is none of public, signed-in, link"));
  }

  private static Optional<ZoneId> zone(Optional<String> name) throws MistakeException {
    try {
      return name.map(ZoneId::of);
    } catch (DateTimeException e) {
      throw new MistakeException(
          "“" + name.orElse("") + "” is no zone; give one like Europe/Brussels");
    }
  }

  /** A time on the wall in that zone, or one with its own offset. */
  private static @Nullable Instant instant(Optional<String> text, Optional<ZoneId> zone)
      throws MistakeException {
    if (text.isEmpty()) {
      return null;
    }
    if (zone.isEmpty()) {
      throw new MistakeException("zone is missing; give one like Europe/Brussels");
    }
    Instant instant = instant(text.get(), zone.get());
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new MistakeException("“" + text.get() + "” is a year that cannot be meant");
    }
    return instant;
  }

  private static Instant instant(String text, ZoneId zone) throws MistakeException {
    String time = text.replace(' ', 'T');
    try {
      return time.matches(".*T.*([+-]\\d\\d:?\\d\\d|Z)")
          ? OffsetDateTime.parse(time).toInstant()
          : LocalTimes.instant(LocalDateTime.parse(time), zone);
    } catch (DateTimeException e) {
      throw new MistakeException("“" + text + "” is no time; write it like 2026-12-01T09:00");
    } catch (AmbiguousTimeException e) {
      throw new MistakeException(String.valueOf(e.getMessage()));
    }
  }

  private static final class MistakeException extends Exception {
    MistakeException(String message) {
      super(message);
    }
  }
}
