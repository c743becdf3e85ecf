package org.capsula.server.produce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.capsula.pipeline.report.Finding;
import org.capsula.pipeline.report.Report;

/** A report as a person reads it on a terminal. */
final class ReportText {
  private ReportText() {}

  static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    String file = report.source().file();
    if (!report.isRefused()) {
      lines.add(summary(file, report));
    }
    for (Finding finding : report.findings()) {
      lines.add(report.isRefused() ? finding.message() : line(file, finding));
    }
    for (Report.SubtitleFile subtitles : report.subtitles()) {
      subtitles.findings().forEach(finding -> lines.add(line(subtitles.file(), finding)));
    }
    return lines;
  }

  private static String summary(String file, Report report) {
    String rungs =
        report.tracks().stream()
            .filter(track -> track.kind().equals("video"))
            .map(track -> track.width() + "x" + track.height())
            .collect(Collectors.joining(", "));
    String languages =
        report.tracks().stream()
            .filter(track -> track.kind().equals("subtitles"))
            .map(Report.Track::language)
            .collect(Collectors.joining(", "));
    return file
        + ": "
        + report.state()
        + (rungs.isEmpty() ? ", sound only" : ", " + rungs)
        + (languages.isEmpty() ? "" : "; subtitles " + languages)
        + String.format(Locale.ROOT, "; %.0f s", report.wallSeconds());
  }

  private static String line(String file, Finding finding) {
    StringBuilder out = new StringBuilder(file).append(": ").append(finding.severity());
    if (finding.startSeconds() != null) {
      out.append(String.format(Locale.ROOT, " at %.1f s", finding.startSeconds()));
    }
    if (finding.line() != null) {
      out.append(", line ").append(finding.line());
    }
    if (finding.cue() != null) {
      out.append(", cue ").append(finding.cue());
    }
    out.append(": ").append(finding.message());
    return finding.action() == null
        ? out.toString()
        : out.append(' ').append(finding.action()).toString();
  }
}
