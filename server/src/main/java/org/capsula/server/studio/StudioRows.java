package org.capsula.server.studio;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.studio.Purge;
import org.capsula.pipeline.studio.StudioCapsule;
import org.capsula.pipeline.studio.StudioFinding;
import org.capsula.pipeline.studio.StudioItem;
import org.capsula.pipeline.studio.StudioState;
import org.capsula.server.language.FindingWords;
import org.capsula.server.language.Formats;
import org.capsula.server.preview.Previews;
import org.capsula.server.viewer.Text;
import org.capsula.subtitles.Role;
import org.jspecify.annotations.Nullable;

/** From a capsule of the list to a row of the page, in the page's language. */
final class StudioRows {
  /** A track that was read in a wrong way has a finding for each of its cues. */
  private static final int MOST_FINDINGS = 30;

  private final StudioWords words;
  private final FindingWords findings;
  private final Formats formats;
  private final Instant now;

  StudioRows(StudioWords words, Instant now) {
    this.words = words;
    this.findings = FindingWords.of(words.language());
    this.formats = Formats.of(words.language());
    this.now = now;
  }

  StudioRow of(StudioItem item) {
    StudioCapsule capsule = item.capsule();
    return new StudioRow(
        capsule.id(),
        capsule.slug(),
        title(item),
        capsule.footageName(),
        capsule.length(),
        poster(capsule),
        item.state(),
        work(item),
        item.production() == null ? "" : item.production().state().word(),
        trouble(item),
        facts(item),
        item.languages().stream().map(formats::languageName).collect(Collectors.joining(", ")),
        counts(item),
        item.findings().stream().limit(MOST_FINDINGS).map(each -> line(item, each)).toList(),
        Math.max(0, item.findings().size() - MOST_FINDINGS),
        actions(item));
  }

  Text title(StudioItem item) {
    StudioCapsule capsule = item.capsule();
    return item.texts()
        .titles()
        .in(
            Stream.of(
                    words.language().tag(),
                    Objects.requireNonNullElse(capsule.language(), "en"),
                    "en",
                    "fr",
                    Texts.UNKNOWN_LANGUAGE)
                .distinct()
                .toList())
        .map(
            text ->
                new Text(
                    text.value(),
                    text.language().equals(Texts.UNKNOWN_LANGUAGE) ? null : text.language()))
        .orElseGet(() -> new Text(capsule.slug(), null));
  }

  private static @Nullable String poster(StudioCapsule capsule) {
    String chosen = capsule.posterSha256();
    String edition = capsule.editionId();
    if (capsule.deletedAt() != null) {
      return null;
    }
    if (chosen != null) {
      return Previews.chosenPoster(capsule.id(), chosen);
    }
    return edition != null && capsule.hasPoster()
        ? Previews.ownPoster(capsule.id(), edition)
        : null;
  }

  private StudioRow.@Nullable Work work(StudioItem item) {
    Production production = item.production();
    if (production == null || production.state().isEnd() || isDeleted(item)) {
      return null;
    }
    return new StudioRow.Work(
        production.id(),
        production.percent(),
        words.doing(production, item.outlook()),
        words.left(item.outlook()));
  }

  private static boolean isDeleted(StudioItem item) {
    return item.state() == StudioState.DELETED;
  }

  private StudioRow.@Nullable Trouble trouble(StudioItem item) {
    Production production = item.production();
    if (production == null || production.state() != State.FAILED || isDeleted(item)) {
      return null;
    }
    String code = Objects.requireNonNullElse(production.reasonCode(), "internal-error");
    String english = Objects.requireNonNullElse(production.reason(), "");
    FindingWords.Worded worded = findings.reason(code, english);
    boolean said = english.isEmpty() || worded.message().equals(english);
    return new StudioRow.Trouble(worded, said ? null : english);
  }

  private List<String> facts(StudioItem item) {
    List<String> facts = new ArrayList<>();
    StudioCapsule capsule = item.capsule();
    Instant deleted = capsule.deletedAt();
    if (deleted != null) {
      Duration left = Duration.between(now, deleted.plus(Purge.UNDO));
      // The day that has begun counts: on the first there are thirty.
      long days = left.plusDays(1).minusMillis(1).toDays();
      facts.add(words.count("gone", Math.max(0, days)));
      return facts;
    }
    opening(capsule).ifPresent(facts::add);
    if (!item.missingLanguages().isEmpty()) {
      facts.add(
          words.say(
              "missing",
              item.missingLanguages().stream()
                  .map(formats::languageName)
                  .collect(Collectors.joining(", "))));
    }
    return facts;
  }

  private Optional<String> opening(StudioCapsule capsule) {
    Instant opens = capsule.opensAt();
    Instant closes = capsule.closesAt();
    String zone = capsule.zone();
    if (opens == null || zone == null) {
      return Optional.empty();
    }
    if (opens.isAfter(now)) {
      return Optional.of(words.say("opens", words.when(opens, ZoneId.of(zone))));
    }
    if (closes == null) {
      return Optional.empty();
    }
    String key = closes.isAfter(now) ? "closes" : "closed";
    return Optional.of(words.say(key, words.when(closes, ZoneId.of(zone))));
  }

  private StudioRow.Counts counts(StudioItem item) {
    List<String> parts = new ArrayList<>();
    String worst = "";
    for (String severity : List.of("error", "warning", "note")) {
      long count = item.count(severity);
      if (count > 0) {
        parts.add(words.count("found." + severity, count));
        worst = worst.isEmpty() ? severity : worst;
      }
    }
    String tone = worst.equals("error") ? "bad" : worst.equals("warning") ? "warn" : "";
    return new StudioRow.Counts(String.join(", ", parts), tone);
  }

  private StudioRow.FindingLine line(StudioItem item, StudioFinding found) {
    String severity = found.finding().severity();
    String track = found.trackId();
    return new StudioRow.FindingLine(
        severity,
        findings.severity(severity),
        where(found),
        findings.of(found.finding()),
        track == null ? null : "/studio/capsules/" + item.capsule().id() + "/cues/" + track);
  }

  private String where(StudioFinding found) {
    String language = found.language();
    Role role = found.role();
    if (language == null) {
      return words.say("found.film");
    }
    String name = formats.languageName(language);
    return role == null || role == Role.SUBTITLES ? name : name + ", " + words.role(role.word());
  }

  private static StudioRow.Actions actions(StudioItem item) {
    Production production = item.production();
    boolean standing = !isDeleted(item);
    boolean ended = production == null || production.state().isEnd();
    boolean useless =
        production == null
            || production.state() == State.FAILED
            || production.state() == State.CANCELLED;
    boolean made = item.capsule().editionId() != null && production == null;
    return new StudioRow.Actions(
        standing && ended && useless && !made,
        standing && !ended,
        standing && item.capsule().held());
  }
}
