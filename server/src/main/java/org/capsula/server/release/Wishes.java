package org.capsula.server.release;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.capsula.pipeline.catalog.release.LocalTimes;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.catalog.release.Release.Notices;
import org.capsula.pipeline.catalog.release.RequiredLanguage;
import org.capsula.pipeline.catalog.release.Review;
import org.capsula.subtitles.LanguageTag;
import org.jspecify.annotations.Nullable;

/** From what was written to what is decided. A time that may mean two is asked back. */
public final class Wishes {
  private Wishes() {}

  /** What is wrong with one field; the code is worded by whoever tells it. */
  public static final class FaultException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    public FaultException(Fault fault) {
      super(fault.field() + ": " + fault.code());
      this.fault = fault;
    }

    public Fault fault() {
      return fault;
    }
  }

  public static Release release(String capsuleId, Wish wish) throws FaultException {
    ZoneId zone = zone(wish.zone());
    Instant opens = instant("opens", wish.opens(), zone);
    Instant closes = wish.isClosing() ? instant("closes", wish.closes(), zone) : null;
    if (closes != null && !closes.isAfter(opens)) {
      throw new FaultException(Fault.of("closes", "early"));
    }
    return new Release(
        capsuleId,
        audience(wish.audience()),
        opens,
        closes,
        zone,
        required(Objects.requireNonNullElse(wish.required(), Map.of())),
        new Notices(wish.announced(), archived(wish.after())));
  }

  public static ZoneId zone(@Nullable String word) throws FaultException {
    if (word == null || !ZoneId.getAvailableZoneIds().contains(word)) {
      throw new FaultException(Fault.of("zone", "unknown"));
    }
    return ZoneId.of(word);
  }

  private static Audience audience(@Nullable String word) throws FaultException {
    return Audience.ofWord(Objects.requireNonNullElse(word, Audience.PUBLIC.word()))
        .orElseThrow(() -> new FaultException(Fault.of("audience", "unknown")));
  }

  private static boolean archived(@Nullable String word) throws FaultException {
    if (word != null && !word.equals("hidden") && !word.equals("archived")) {
      throw new FaultException(Fault.of("after", "unknown"));
    }
    return "archived".equals(word);
  }

  private static List<RequiredLanguage> required(Map<String, String> words) throws FaultException {
    List<RequiredLanguage> required = new ArrayList<>();
    for (Map.Entry<String, String> each : words.entrySet()) {
      Review review =
          Review.ofWord(each.getValue())
              .orElseThrow(() -> new FaultException(Fault.of("required", "unknown")));
      String language =
          LanguageTag.normalise(each.getKey())
              .orElseThrow(() -> new FaultException(Fault.of("required", "unknown")));
      required.add(new RequiredLanguage(language, review));
    }
    return required;
  }

  private static Instant instant(String field, @Nullable String text, ZoneId zone)
      throws FaultException {
    if (text == null || text.isBlank()) {
      throw new FaultException(Fault.of(field, "empty"));
    }
    try {
      return text.matches(".*([+-]\\d\\d:\\d\\d|Z)")
          ? told(field, OffsetDateTime.parse(text), zone)
          : one(field, LocalDateTime.parse(text), zone);
    } catch (DateTimeException e) {
      throw new FaultException(Fault.of(field, "unreadable"));
    }
  }

  private static Instant one(String field, LocalDateTime local, ZoneId zone) throws FaultException {
    List<OffsetDateTime> meanings = LocalTimes.meanings(local, zone);
    if (meanings.size() > 1) {
      boolean skipped = zone.getRules().getValidOffsets(local).isEmpty();
      throw new FaultException(new Fault(field, skipped ? "skipped" : "twice", meanings));
    }
    return meanings.get(0).toInstant();
  }

  /** With its offset a time is clear; but it has to be one that the clocks there show. */
  private static Instant told(String field, OffsetDateTime time, ZoneId zone)
      throws FaultException {
    if (!zone.getRules().isValidOffset(time.toLocalDateTime(), time.getOffset())) {
      throw new FaultException(
          new Fault(field, "offset", LocalTimes.meanings(time.toLocalDateTime(), zone)));
    }
    return time.toInstant();
  }
}
