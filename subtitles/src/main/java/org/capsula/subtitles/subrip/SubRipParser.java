package org.capsula.subtitles.subrip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.capsula.subtitles.Code;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Finding;
import org.capsula.subtitles.Format;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.text.Decoded;

/** Reads what people call SubRip; text that cannot become a cue stands in a finding. */
public final class SubRipParser {
  private static final Pattern COORDINATES = Pattern.compile("(?i)[xy][12]:.*");

  private final List<String> lines;
  private final List<Cue> cues = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private int expectedNumber = 1;
  private boolean sequenceSaid;

  private SubRipParser(List<String> lines) {
    this.lines = lines;
  }

  /** Whether any line was meant as times. */
  public static boolean sniff(Decoded file) {
    return file.lines().stream().anyMatch(Timing::isMeant);
  }

  public static Parsed parse(Decoded file) {
    SubRipParser parser = new SubRipParser(file.lines());
    List<Entry> entries = Entry.findAll(parser.lines);
    parser.takeStray(0, entries.isEmpty() ? parser.lines.size() : entries.get(0).begin());
    for (Entry entry : entries) {
      parser.take(entry);
    }
    return new Parsed(
        Format.SUBRIP, file.charset(), parser.cues, List.of(), List.of(), parser.findings);
  }

  /** Lines from {@code begin} to before {@code end} that belong to no times. */
  private void takeStray(int begin, int end) {
    String text = joined(lines.subList(begin, end));
    if (!text.isEmpty()) {
      Code code = Code.TEXT_WITHOUT_TIMING;
      if (Entry.number(text) != null && lines.subList(end, lines.size()).isEmpty()) {
        code = Code.FILE_TRUNCATED;
      }
      int first = begin;
      while (lines.get(first).isBlank()) {
        first++;
      }
      findings.add(Finding.of(code).with("text", text).atLine(first + 1));
    }
  }

  private void take(Entry entry) {
    Body body = Body.of(lines, entry, expectedAfter(entry));
    Optional<Timing> timing = Timing.parse(lines.get(entry.timing()));
    if (timing.isEmpty()) {
      addForTiming(
          entry,
          Finding.of(Code.TIMING_UNREADABLE)
              .with("timing", lines.get(entry.timing()))
              .with("text", body.text()));
    } else {
      takeTimed(entry, timing.get(), body);
    }
    takeStray(body.strayFrom(), entry.end());
    expectedNumber = body.nextNumber();
  }

  private int expectedAfter(Entry entry) {
    return (entry.number() == null ? expectedNumber : entry.number()) + 1;
  }

  private void takeTimed(Entry entry, Timing timing, Body body) {
    String coordinates = COORDINATES.matcher(timing.rest()).matches() ? timing.rest() : "";
    String written = coordinates.isEmpty() ? timing.rest() + "\n" + body.text() : body.text();
    Markup markup = Markup.read(written.strip());
    if (markup.text().isEmpty()) {
      boolean isLast = entry.end() == lines.size() && body.strayFrom() == lines.size();
      addForTiming(
          entry,
          isLast
              ? Finding.of(Code.FILE_TRUNCATED).with("text", lines.get(entry.timing()))
              : Finding.of(Code.CUE_EMPTY));
    } else if (isBeforeZero(timing)) {
      addForTiming(
          entry,
          Finding.of(Code.CUE_BEFORE_ZERO)
              .with("timing", lines.get(entry.timing()))
              .with("text", body.text()));
    } else {
      checkFrame(entry, timing);
      checkText(entry, body, markup, coordinates);
      Duration start = timing.start().isNegative() ? Duration.ZERO : timing.start();
      Duration end = timing.end().isNegative() ? Duration.ZERO : timing.end();
      cues.add(new Cue(null, start, end, markup.text(), markup.settings()));
    }
  }

  private static boolean isBeforeZero(Timing timing) {
    return timing.start().isNegative() && timing.end().compareTo(Duration.ZERO) <= 0;
  }

  private void checkFrame(Entry entry, Timing timing) {
    String line = lines.get(entry.timing());
    if (!sequenceSaid && !isExpected(entry)) {
      sequenceSaid = true;
      addForCue(
          entry,
          Finding.of(Code.SEQUENCE_ODD)
              .with("found", entry.number() == null ? "" : String.valueOf(entry.number()))
              .with("expected", String.valueOf(expectedNumber)));
    }
    if (!cues.isEmpty() && !lines.get(entry.begin() - 1).isBlank()) {
      addForCue(entry, Finding.of(Code.BLANK_LINE_MISSING));
    }
    if (timing.start().isNegative()) {
      addForCue(entry, Finding.of(Code.START_BEFORE_ZERO).with("timing", line));
    } else if (!timing.isUsual()) {
      addForCue(entry, withTimes(Finding.of(Code.TIMING_REPAIRED).with("timing", line), timing));
    }
    if (timing.end().compareTo(timing.start()) <= 0) {
      addForCue(entry, withTimes(Finding.of(Code.END_BEFORE_START), timing));
    }
  }

  /** Counting from 0 is as good as from 1. */
  private boolean isExpected(Entry entry) {
    Integer number = entry.number();
    return number != null && (number == expectedNumber || (number == 0 && cues.isEmpty()));
  }

  private void checkText(Entry entry, Body body, Markup markup, String coordinates) {
    if (!coordinates.isEmpty()) {
      addForCue(entry, Finding.of(Code.POSITION_IGNORED).with("position", coordinates));
    }
    if (body.blankLines() > 0) {
      addForCue(entry, Finding.of(Code.BLANK_LINES_REMOVED).with("count", body.blankLines()));
    }
    if (!markup.removed().isEmpty()) {
      addForCue(
          entry, Finding.of(Code.TAGS_REMOVED).with("tags", String.join(" ", markup.removed())));
    }
    if (!markup.unbalanced().isEmpty()) {
      addForCue(
          entry,
          Finding.of(Code.TAGS_UNBALANCED).with("tags", String.join(" ", markup.unbalanced())));
    }
  }

  private static Finding withTimes(Finding finding, Timing timing) {
    return finding.with("start", timing.start()).with("end", timing.end());
  }

  private void addForTiming(Entry entry, Finding finding) {
    findings.add(finding.atLine(entry.timing() + 1));
  }

  /** Said of the cue that is about to be added. */
  private void addForCue(Entry entry, Finding finding) {
    findings.add(finding.atLine(entry.timing() + 1).atCue(cues.size() + 1));
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines.stream().filter(line -> !line.isBlank()).toList());
  }
}
