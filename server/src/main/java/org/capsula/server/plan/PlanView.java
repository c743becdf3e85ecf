package org.capsula.server.plan;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.database.Session;
import org.capsula.server.plan.Draft.Planned;
import org.capsula.server.plan.Steps.Asked;
import org.capsula.server.release.Fault;
import org.capsula.server.release.Objections;
import org.capsula.server.release.ReleaseWords;
import org.capsula.server.release.Titles;
import org.capsula.server.release.Wish;
import org.capsula.server.viewer.Text;
import org.jspecify.annotations.Nullable;

/**
 * @param lines how the capsules stand, or with a draft, how they would
 * @param mark of the draft; null where there is nothing to save
 * @param said what has just happened: saved, other; empty for nothing
 */
public record PlanView(
    String id,
    Text title,
    Form form,
    List<Line> lines,
    List<Question> questions,
    @Nullable String mark,
    String said) {

  /**
   * What stands in the fields.
   *
   * @param languages that may be required
   * @param fault what is wrong for all of them; null where nothing is
   */
  public record Form(Plan plan, Wish terms, List<String> languages, @Nullable Fault fault) {
    public Optional<Span> every() {
      return Span.of(plan.every());
    }

    public Optional<Span> closesAfter() {
      return Span.of(plan.closesAfter());
    }

    public boolean isWrong(String field) {
      return fault != null && fault.field().equals(field);
    }
  }

  /**
   * A capsule.
   *
   * @param planned whether it would be written; else it is said how it stands
   * @param state draft, scheduled, open or closed: how it stands
   * @param opens in words; null for a draft, and where it is not clear
   * @param closes as opens
   */
  public record Line(
      String capsule,
      Text title,
      boolean planned,
      String state,
      @Nullable String opens,
      @Nullable String closes,
      List<String> conflicts) {}

  /**
   * A local time that comes twice or never.
   *
   * @param time as 2027-10-31T03:30
   * @param words the time and what is unclear with it
   * @param answer which is meant; null where that is not known yet
   */
  public record Question(
      String time, String words, List<OffsetDateTime> meanings, @Nullable OffsetDateTime answer) {}

  /** Says a draft. */
  record Teller(Session session, ReleaseWords words, Instant now) {
    List<Line> lines(List<Planned> planned) {
      return planned.stream().map(this::line).toList();
    }

    private Line line(Planned each) {
      Release release = each.release();
      Fault fault = each.fault();
      if (release != null) {
        return line(
            each,
            words.moment(release.opensAt(), release.zone()),
            moment(release.closesAt(), release.zone()),
            new Objections(session, words, now).to(release, each.now().standsOpen()));
      }
      if (fault != null) {
        return line(each, null, null, List.of(words.say("fault." + fault.code())));
      }
      Wish terms = each.now().terms();
      String zone = terms == null ? null : terms.zone();
      ZoneId there = ZoneId.of(zone == null ? "UTC" : zone);
      return line(
          each,
          moment(instant(each.now().opens()), there),
          moment(instant(each.now().closes()), there),
          List.of());
    }

    private Line line(
        Planned each, @Nullable String opens, @Nullable String closes, List<String> conflicts) {
      return new Line(
          each.capsule(),
          Titles.of(session, each.capsule(), words.language().tag()),
          each.wish() != null,
          each.now().state(),
          opens,
          closes,
          conflicts);
    }

    private static @Nullable Instant instant(@Nullable String text) {
      return text == null ? null : Instant.parse(text);
    }

    private @Nullable String moment(@Nullable Instant instant, ZoneId zone) {
      return instant == null ? null : words.moment(instant, zone);
    }

    List<Question> questions(List<Asked> asked) {
      return asked.stream().map(this::question).toList();
    }

    private Question question(Asked asked) {
      LocalDateTime time = asked.time();
      return new Question(
          time.toString(),
          words.day(time.toLocalDate())
              + ", "
              + time.toLocalTime()
              + ". "
              + words.say("fault." + asked.code()),
          asked.meanings(),
          asked.answered().orElse(null));
    }
  }
}
