package org.capsula.pipeline.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.capsula.media.type.FileType;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.delivery.Delivery.DocumentInput;
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

/** Brings a delivery's files into storage, and finds out what they are. */
final class DeliveryStorage {
  /** An hour of dialogue is some 100 kB. */
  private static final long LARGEST_SUBTITLES = 20_000_000;

  private final Storage storage;
  private final Clock clock;
  private final List<StoredFile> files = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();

  private DeliveryStorage(Storage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  static StoredDelivery store(Delivery delivery, Storage storage, Clock clock) throws IOException {
    return new DeliveryStorage(storage, clock).store(delivery);
  }

  private StoredDelivery store(Delivery delivery) throws IOException {
    StoredFile footage = keep(storage.store(delivery.footage()));
    List<Track> tracks = new ArrayList<>();
    for (SubtitleInput input : delivery.subtitles()) {
      subtitles(input, tracks);
    }
    List<Document> documents = new ArrayList<>();
    for (DocumentInput input : delivery.documents()) {
      document(input, documents);
    }
    Path sheet = delivery.sheet();
    Sheet read = sheet == null ? Sheet.NONE : SheetReader.read(sheet);
    sentences.addAll(read.problems());
    StoredFile sheetFile = sheet == null ? null : keep(storage.store(sheet));
    return new StoredDelivery(
        delivery.footageName(), footage, tracks, documents, read, sheetFile, files, sentences);
  }

  private StoredFile keep(StoredFile file) {
    files.add(file);
    return file;
  }

  private void subtitles(SubtitleInput input, List<Track> tracks) throws IOException {
    String name = input.file().getFileName().toString();
    if (Files.size(input.file()) > LARGEST_SUBTITLES) {
      sentences.add(
          name + ": is larger than " + LARGEST_SUBTITLES / 1_000_000 + " MB and is left out.");
      return;
    }
    Parsed parsed = SubtitleReader.read(Files.readAllBytes(input.file()), input.language());
    List<Finding> findings = parsed.findings().stream().map(Findings::of).toList();
    boolean failed =
        parsed.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    Format format = parsed.format();
    if (format == null || (parsed.cues().isEmpty() && failed)) {
      sentences.add(name + ": cannot be read and is left out: " + findings.get(0).message());
      return;
    }
    for (Finding finding : findings) {
      if (!finding.severity().equals("note")) {
        sentences.add(name + place(finding) + ": " + finding.message());
      }
    }
    StoredFile source = keep(storage.store(input.file()));
    StoredFile webvtt = keep(storage.store(WebVttWriter.writeForHls(parsed)));
    tracks.add(
        new Track(
            "",
            "",
            input.language(),
            input.role(),
            source.sha256(),
            name,
            format.word(),
            Objects.requireNonNullElse(parsed.charset(), "UTF-8"),
            webvtt.sha256(),
            webvtt.bytes(),
            parsed.cues().size(),
            Json.compact(findings),
            clock.instant()));
  }

  private static String place(Finding finding) {
    return finding.line() == null ? "" : ", line " + finding.line();
  }

  private void document(DocumentInput input, List<Document> documents) throws IOException {
    String name = input.file().getFileName().toString();
    String type = FileType.ofDocument(input.file());
    if (!DocumentTypes.isAllowed(type)) {
      sentences.add(
          name
              + ": by its content it is "
              + type
              + ", which viewers are not given; hand it in as PDF.");
      return;
    }
    StoredFile file = keep(storage.store(input.file()));
    documents.add(
        new Document(
            "", "", input.kind(), name, type, file.sha256(), file.bytes(), clock.instant()));
  }
}
