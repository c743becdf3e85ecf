package org.capsula.server.system;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capsula.server.system.SystemReport.ChoreReport;
import org.capsula.server.system.SystemReport.LibraryBytes;
import org.capsula.server.system.SystemReport.UnusedReport;
import org.jspecify.annotations.Nullable;

/** What the page shows of a report. */
public record SystemView(SystemReport report, ZoneId zone) {
  /** What is read at one glance; the rest is told as a number. */
  private static final int LISTED = 25;

  private static final int HASH_SHOWN = 12;

  /** By the word that the messages have for each; the largest part first. */
  public List<Map.Entry<String, Long>> parts() {
    LibraryBytes bytes = report.disk().libraryBytes();
    Map<String, Long> parts = new LinkedHashMap<>();
    parts.put("footage", bytes.footage());
    parts.put("editions", bytes.editions());
    parts.put("texts", bytes.texts());
    parts.put("downloads", bytes.downloads());
    parts.put("under-way", bytes.underWay());
    parts.put("unused", bytes.unused());
    parts.put("data", bytes.data());
    return parts.entrySet().stream()
        .filter(part -> part.getValue() > 0)
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .toList();
  }

  public long libraryBytes() {
    return parts().stream().mapToLong(Map.Entry::getValue).sum();
  }

  /** Of the disk, by whomever. */
  public int percentUsed() {
    long total = Math.max(1, report.disk().totalBytes());
    return (int) Math.round(100.0 * (total - report.disk().freeBytes()) / total);
  }

  /** What the messages call it: how long the disk will do. */
  public String outlook() {
    Long growth = report.disk().bytesAWeek();
    if (growth == null) {
      return "unknown";
    }
    return growth > 0 ? "growing" : "steady";
  }

  public List<UnusedReport> unused() {
    return report.unused().stream().limit(LISTED).toList();
  }

  public int more() {
    return Math.max(0, report.unused().size() - LISTED);
  }

  public long unusedBytes() {
    return report.unused().stream().mapToLong(UnusedReport::bytes).sum();
  }

  /** What a person can tell it by. */
  public String name(UnusedReport unused) {
    String capsule = unused.capsule();
    return capsule == null ? unused.name().substring(0, HASH_SHOWN) + "…" : capsule;
  }

  /** What the messages call it: how it went. */
  public String state(ChoreReport chore) {
    if (chore.startedAt() == null) {
      return "not-yet";
    }
    if (chore.endedAt() == null) {
      return "under-way";
    }
    return chore.failure() == null ? "done" : "failed";
  }

  public @Nullable ZonedDateTime time(@Nullable String moment) {
    return moment == null ? null : Instant.parse(moment).atZone(zone);
  }
}
