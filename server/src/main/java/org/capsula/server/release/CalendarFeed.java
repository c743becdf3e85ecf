package org.capsula.server.release;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.catalog.release.TimetableStore;
import org.capsula.pipeline.catalog.release.TimetableStore.Event;
import org.capsula.pipeline.database.Session;
import org.capsula.server.http.Caching;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.viewer.Language;

/** {@code /schedule.ics}: openings and closings as a calendar (RFC 5545). */
public final class CalendarFeed implements Endpoint {
  private static final Duration PAST = Duration.ofDays(90);
  private static final Duration FUTURE = Duration.ofDays(2 * 365);
  private static final int MOST = 2000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** RFC 5545 §3.1: lines of more octets are folded. */
  private static final int LONGEST_LINE = 75;

  private final Decisions decisions;

  public CalendarFeed(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Response answer(Request request) {
    LanguageChoice language = Language.of(request);
    ReleaseWords words = new ReleaseWords(language.language(), ZoneOffset.UTC);
    String origin = request.connection().origin();
    Instant now = decisions.now();
    List<String> lines = new ArrayList<>();
    lines.addAll(
        List.of(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Capsula//Schedule//EN",
            "X-WR-CALNAME:" + escaped(words.say("title"))));
    decisions.look(
        session -> {
          for (Event event :
              new TimetableStore(session).between(now.minus(PAST), now.plus(FUTURE), MOST)) {
            lines.addAll(event(session, event, words, new Place(origin, language, now)));
          }
          return true;
        });
    lines.add("END:VCALENDAR");
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(folded(line)).append("\r\n"));
    return Response.text("text/calendar; charset=utf-8", text.toString())
        .header("Content-Disposition", "attachment; filename=\"capsula.ics\"")
        .caching(Caching.noStore());
  }

  private record Place(String origin, LanguageChoice language, Instant now) {}

  private static List<String> event(Session session, Event event, ReleaseWords words, Place place) {
    String title = Titles.of(session, event.capsuleId(), place.language().language().tag()).words();
    String word = event.opens() ? "opens" : "closes";
    return List.of(
        "BEGIN:VEVENT",
        "UID:" + event.capsuleId() + "-" + word + "@capsula",
        "DTSTAMP:" + TIME.format(place.now()),
        "DTSTART:" + TIME.format(event.at()),
        "SUMMARY:" + escaped(words.say("with", words.say(word), title)),
        "URL:" + place.origin() + "/schedule/" + event.capsuleId(),
        "END:VEVENT");
  }

  /** RFC 5545 §3.3.11. */
  private static String escaped(String text) {
    return text.replaceAll("([\\\\;,])", "\\\\$1")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cc}", "");
  }

  private static String folded(String line) {
    StringBuilder folded = new StringBuilder();
    int octets = 0;
    for (int at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
      int letter = line.codePointAt(at);
      int length = octets(letter);
      if (octets + length > LONGEST_LINE) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.appendCodePoint(letter);
      octets += length;
    }
    return folded.toString();
  }

  /** In UTF-8. */
  private static int octets(int letter) {
    return letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
  }
}
