package org.capsula.server.release;

import java.text.Collator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.capsula.pipeline.announcement.Announcement;
import org.capsula.pipeline.announcement.AnnouncementStore;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.catalog.release.TimetableStore;
import org.capsula.pipeline.catalog.release.TimetableStore.Event;
import org.capsula.pipeline.database.Session;
import org.capsula.server.http.Caching;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.Formats;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;
import org.capsula.server.viewer.Text;

/** {@code /schedule}: what opens and closes in a month, by day; and as a calendar. */
public final class SchedulePage implements Endpoint {
  private static final int MOST_EVENTS = 500;
  private static final int MOST_DRAFTS = 50;
  private static final int NEWEST = 20;

  private final Decisions decisions;
  private final Pages pages;
  private final ZoneId here;

  /**
   * @param here where this machine is, and who does not tell where they are
   */
  public SchedulePage(Decisions decisions, Pages pages, ZoneId here) {
    this.decisions = decisions;
    this.pages = pages;
    this.here = here;
  }

  /**
   * One line of a list.
   *
   * @param what opens, closes, or what was announced
   * @param when in words
   */
  public record Line(String capsule, Text title, String what, String when) {}

  /** A day of the list. */
  public record Day(LocalDate date, String words, List<Line> lines) {}

  /**
   * @param weeks of the calendar, Monday first; each day's number, and how much happens on it
   */
  public record View(
      YearMonth month,
      String name,
      boolean asMonth,
      List<Day> days,
      List<List<Cell>> weeks,
      List<Line> drafts,
      List<Collection> collections,
      List<Line> announced) {}

  /** Whose capsules can be planned together. */
  public record Collection(String id, Text title) {}

  /**
   * A day of the calendar.
   *
   * @param day null outside of the month
   */
  public record Cell(Optional<Day> day, int number) {}

  @Override
  public Response answer(Request request) {
    LanguageChoice language = Language.of(request);
    ReleaseWords words = ReleaseWords.of(request, here);
    Optional<YearMonth> month = month(request, words.here());
    if (month.isEmpty()) {
      return Response.error(404);
    }
    boolean asMonth = request.query("view").filter("month"::equals).isPresent();
    View view =
        decisions.look(
            session -> view(session, month.get(), asMonth, new Said(words, language, session)));
    String kept = "month=" + month.get() + "&" + (asMonth ? "view=month&" : "");
    return pages
        .render(request, kept, "schedule/schedule.jte", Map.of("view", view, "words", words))
        .caching(Caching.noStore());
  }

  private Optional<YearMonth> month(Request request, ZoneId zone) {
    try {
      return Optional.of(
          request
              .query("month")
              .map(YearMonth::parse)
              .orElseGet(() -> YearMonth.from(decisions.now().atZone(zone))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private record Said(ReleaseWords words, LanguageChoice language, Session session) {
    Line line(String capsule, String what, String when) {
      return new Line(capsule, Titles.of(session, capsule, language.language().tag()), what, when);
    }
  }

  private static View view(Session session, YearMonth month, boolean asMonth, Said said) {
    ZoneId zone = said.words().here();
    Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
    Instant until = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    List<Day> days = days(new TimetableStore(session).between(from, until, MOST_EVENTS), said);
    List<Line> drafts =
        new TimetableStore(session)
            .drafts(MOST_DRAFTS).stream().map(id -> said.line(id, "draft", "")).toList();
    return new View(
        month,
        DateTimeFormatter.ofPattern("LLLL yyyy", said.language().language().locale()).format(month),
        asMonth,
        days,
        weeks(month, days),
        drafts,
        collections(session, said.words().language()),
        announced(session, said));
  }

  private static List<Collection> collections(Session session, PageLanguage language) {
    Set<String> all = new CollectionStore(session).all().keySet();
    Collator alphabet = Formats.of(language).alphabet();
    return Titles.ofCollections(session, all, language.tag()).entrySet().stream()
        .map(each -> new Collection(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(each -> each.title().words(), alphabet))
        .toList();
  }

  private static List<Day> days(List<Event> events, Said said) {
    Map<LocalDate, List<Line>> byDay = new TreeMap<>();
    for (Event event : events) {
      byDay
          .computeIfAbsent(
              event.at().atZone(said.words().here()).toLocalDate(), day -> new ArrayList<>())
          .add(
              said.line(
                  event.capsuleId(),
                  event.opens() ? "opens" : "closes",
                  said.words().time(event.at(), ZoneId.of(event.zone()))));
    }
    return byDay.entrySet().stream()
        .map(each -> new Day(each.getKey(), said.words().day(each.getKey()), each.getValue()))
        .toList();
  }

  private static List<List<Cell>> weeks(YearMonth month, List<Day> days) {
    List<List<Cell>> weeks = new ArrayList<>();
    LocalDate first = month.atDay(1);
    for (LocalDate monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
        !monday.isAfter(month.atEndOfMonth());
        monday = monday.plusWeeks(1)) {
      List<Cell> week = new ArrayList<>();
      for (int n = 0; n < 7; n++) {
        LocalDate date = monday.plusDays(n);
        boolean inside = YearMonth.from(date).equals(month);
        week.add(
            new Cell(
                days.stream().filter(day -> inside && day.date().equals(date)).findFirst(),
                inside ? date.getDayOfMonth() : 0));
      }
      weeks.add(week);
    }
    return weeks;
  }

  private static List<Line> announced(Session session, Said said) {
    return new AnnouncementStore(session)
        .newest(NEWEST).stream()
            .map(each -> said.line(each.capsuleId(), each.kind().word(), when(each, said.words())))
            .toList();
  }

  private static String when(Announcement each, ReleaseWords words) {
    return words.moment(each.madeAt(), words.here());
  }
}
