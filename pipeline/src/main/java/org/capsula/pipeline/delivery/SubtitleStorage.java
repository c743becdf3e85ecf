package org.capsula.pipeline.delivery;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.intake.CueCount;
import org.capsula.pipeline.intake.SubtitleInput;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.report.Finding;
import org.capsula.pipeline.report.Findings;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.subtitles.Format;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.Severity;
import org.capsula.subtitles.reading.SubtitleReader;
import org.capsula.subtitles.webvtt.WebVttWriter;

/** Brings subtitles into storage: as they came, and as players get them. */
final class SubtitleStorage {
  /** An hour of dialogue is some 100 kB. */
  static final int LARGEST = 20_000_000;

  private final Storage storage;
  private final Instant now;
  private final Remarks remarks;
  private final List<Track> tracks = new ArrayList<>();
  private final List<StoredFile> files = new ArrayList<>();

  SubtitleStorage(Storage storage, Instant now, Remarks remarks) {
    this.storage = storage;
    this.now = now;
    this.remarks = remarks;
  }

  List<Track> tracks() {
    return tracks;
  }

  List<StoredFile> files() {
    return files;
  }

  void store(SubtitleInput input) throws IOException {
    Optional<byte[]> bytes = SideCarFile.read(input.file(), LARGEST, remarks);
    if (bytes.isPresent()) {
      String name = Delivery.name(input.file());
      store(new SubtitleBytes(name, input.language(), input.role(), bytes.get()));
    }
  }

  void store(SubtitleBytes input) throws IOException {
    Parsed parsed = SubtitleReader.read(input.bytes(), input.language());
    List<Finding> findings = parsed.findings().stream().map(Findings::of).toList();
    Format format = parsed.format();
    if (format == null || isWorthless(parsed)) {
      remarks.leaveOut(input.name() + ": cannot be read and is left out: " + first(findings));
      return;
    }
    Optional<String> tooMany = CueCount.fault(parsed.cues().size());
    if (tooMany.isPresent()) {
      remarks.leaveOut(input.name() + ": is left out: " + tooMany.get() + ".");
      return;
    }
    for (Finding finding : findings) {
      if (!finding.severity().equals("note")) {
        remarks.say(input.name() + place(finding) + ": " + finding.message());
      }
    }
    StoredFile source = keep(storage.store(input.bytes()));
    StoredFile webvtt = keep(storage.store(WebVttWriter.writeForHls(parsed)));
    tracks.add(
        new Track(
            "",
            "",
            input.language(),
            input.role(),
            source.sha256(),
            input.name(),
            format.word(),
            Objects.requireNonNullElse(parsed.charset(), "UTF-8"),
            webvtt.sha256(),
            webvtt.bytes(),
            parsed.cues().size(),
            Json.compact(findings),
            now));
  }

  private static boolean isWorthless(Parsed parsed) {
    return parsed.cues().isEmpty()
        && parsed.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  private static String first(List<Finding> findings) {
    return findings.isEmpty() ? "it is in no known format" : findings.get(0).message();
  }

  private StoredFile keep(StoredFile file) {
    files.add(file);
    return file;
  }

  private static String place(Finding finding) {
    return finding.line() == null ? "" : ", line " + finding.line();
  }
}
