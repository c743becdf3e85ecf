package org.capsula.pipeline.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.capsula.pipeline.catalog.release.LocalTimes;
import org.capsula.pipeline.catalog.release.LocalTimes.AmbiguousTimeException;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.delivery.Sheet.ReleasePart;
import org.jspecify.annotations.Nullable;

/**
 * Reads the release of a YAML side-car. A release with a mistake in it is left out whole: the
 * capsule stays a draft rather than opening at a time that nobody meant.
 */
final class ReleaseReader {
  private ReleaseReader() {}

  static @Nullable ReleasePart read(@Nullable JsonNode node, Consumer<String> problems) {
    if (node == null || node.isNull()) {
      return null;
    }
    try {
      ZoneId zone = zone(text(node, "zone"));
      Instant opens = instant(text(node, "opens"), zone);
      Instant closes = instant(text(node, "closes"), zone);
      if (opens != null && closes != null && !closes.isAfter(opens)) {
        throw new MistakeException("it closes before it opens");
      }
      return new ReleasePart(audience(text(node, "audience")), opens, closes, zone);
    } catch (MistakeException e) {
      problems.accept("release: " + e.getMessage() + ". The capsule stays a draft.");
      return null;
    }
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Optional.ofNullable(node.get(key))
        .filter(value -> value.isValueNode() && !value.isNull())
        .map(value -> value.asText().strip());
  }

  private static Audience audience(Optional<String> word) throws MistakeException {
    if (word.isEmpty()) {
      return Audience.PUBLIC;
    }
    return Arrays.stream(Audience.values())
        .filter(audience -> audience.word().equals(word.get()))
        .findFirst()
        .orElseThrow(
            () ->
                new MistakeException(
                    "audience “" + word.get() + "” is none of public, signed-in, link"));
  }

  private static ZoneId zone(Optional<String> name) throws MistakeException {
    if (name.isEmpty()) {
      throw new MistakeException("zone is missing; give one like Europe/Brussels");
    }
    try {
      return ZoneId.of(name.get());
    } catch (DateTimeException e) {
      throw new MistakeException("“" + name.get() + "” is no zone; give one like Europe/Brussels");
    }
  }

  /** A time on the wall in that zone, or one with its own offset. */
  private static @Nullable Instant instant(Optional<String> text, ZoneId zone)
      throws MistakeException {
    if (text.isEmpty()) {
      return null;
    }
    String time = text.get().replace(' ', 'T');
    try {
      return time.matches(".*T.*([+-]\\d\\d:?\\d\\d|Z)")
          ? OffsetDateTime.parse(time).toInstant()
          : LocalTimes.instant(LocalDateTime.parse(time), zone);
    } catch (DateTimeException e) {
      throw new MistakeException("“" + text.get() + "” is no time; write it like 2026-12-01T09:00");
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
