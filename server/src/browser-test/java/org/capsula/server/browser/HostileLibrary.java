package org.capsula.server.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.DocumentStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.catalog.editorial.ChapterStore;
import org.capsula.pipeline.catalog.editorial.Consent;
import org.capsula.pipeline.catalog.editorial.ConsentStore;
import org.capsula.pipeline.catalog.editorial.CreditStore;
import org.capsula.pipeline.catalog.editorial.OwnChapter;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.catalog.situation.Situation;
import org.capsula.pipeline.catalog.situation.SituationStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.delivery.DeliveryScan;
import org.capsula.pipeline.delivery.Importer;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.queue.QueueSettings;
import org.capsula.pipeline.report.Finding;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.server.SharedData;
import org.capsula.subtitles.Role;

/**
 * A library in which every text that somebody may write is hostile: a capsule a text, all of one
 * film.
 */
final class HostileLibrary {
  private final Library library;
  private final Instant now = Clock.systemUTC().instant();
  private final String edition;

  private HostileLibrary(Library library, Path folder) throws IOException, InterruptedException {
    this.library = library;
    edition = produced(folder);
  }

  static void make(Path folder, Path library, List<String> texts)
      throws IOException, InterruptedException {
    try (Library open = Library.open(library)) {
      HostileLibrary hostile = new HostileLibrary(open, folder);
      for (int n = 0; n < texts.size(); n++) {
        hostile.add(n, texts.get(n));
      }
    }
  }

  static String slug(int n) {
    return "hostile-" + n;
  }

  private String produced(Path folder) throws IOException, InterruptedException {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.copy(SharedData.path("media/with-chapters.mp4"), in.resolve("film.mp4"));
    Clock clock = Clock.systemUTC();
    try (ProductionQueue queue =
        new ProductionQueue(
            library, new Producer(), clock, QueueSettings.DEFAULT, sentence -> {})) {
      new Importer(library, queue, clock)
          .take(DeliveryScan.of(in).deliveries().get(0), /* publish= */ true);
      queue.start();
      while (!queue.isIdle()) {
        Thread.sleep(50);
      }
    }
    return Objects.requireNonNull(
        library
            .database()
            .look(session -> new CapsuleStore(session).bySlug("film"))
            .orElseThrow()
            .editionId());
  }

  /** As long as a keyword and a theme may be: the editor keeps no longer one. */
  private static String word(String text) {
    return text.substring(0, Math.min(text.length(), 80));
  }

  private void add(int n, String text) throws IOException {
    String line = text.replaceAll("[\\n\\r\\x00]", "");
    StoredFile webvtt =
        library
            .storage()
            .store("WEBVTT\n\n" + line.replace("-->", "") + "\n00:00.000 --> 00:01.000\n" + line);
    library.database().useTransaction(session -> add(session, n, text, webvtt));
  }

  private void add(Session session, int n, String text, StoredFile webvtt) {
    StoredFile footage = new StoredFile(Sha256.of("footage " + n), 300_000_000, true);
    StoredFileStore files = new StoredFileStore(session);
    files.save(footage, now);
    files.save(webvtt, now);
    String id = "hostile-" + n;
    Texts texts = texts(text);
    String situation = "situation-" + n;
    new SituationStore(session)
        .save(new Situation(situation, texts, texts, List.of(word(text)), "BE"), now);
    String collection = new CollectionStore(session).findOrMake(texts, now);
    new CapsuleStore(session)
        .insert(
            new Capsule(
                id,
                slug(n),
                footage.sha256(),
                text,
                "fr",
                situation,
                collection,
                n,
                null,
                null,
                now));
    new CapsuleTextStore(session)
        .replace(id, new CapsuleTexts(texts, texts, Map.of("fr", List.of(word(text)))));
    TrackStore tracks = new TrackStore(session);
    tracks.save(track(id, "fr", Role.SUBTITLES, text, webvtt));
    tracks.save(track(id, "el", Role.SUBTITLES, text, webvtt));
    tracks.save(track(id, "fr", Role.CHAPTERS, text, webvtt));
    new DocumentStore(session)
        .save(
            new Document(
                "document-" + n, id, text, text, "application/pdf", webvtt.sha256(), 4, now));
    new CreditStore(session).replace(id, texts);
    if (n % 2 == 0) {
      // Else those of its track are shown.
      new ChapterStore(session)
          .replace(id, Optional.of(List.of(new OwnChapter("fr", Duration.ZERO, text))));
    }
    new ConsentStore(session).save(id, new Consent(text, null));
    new CapsuleStore(session).showEdition(id, edition);
    new ReleaseStore(session)
        .save(
            Release.of(
                id,
                Release.Audience.PUBLIC,
                now.minusSeconds(n + 60L),
                null,
                ZoneId.of("UTC"),
                List.of()));
  }

  private static String findings(String text) {
    return Json.compact(
        List.of(
            new Finding("warning", "hostile", text, 0.0, 1.0, 1, 1, text, Map.of("letters", text)),
            new Finding(
                "note", "letters-repaired", text, null, null, 1, 1, text, Map.of("0", text))));
  }

  private static Texts texts(String text) {
    Map<String, String> texts = new LinkedHashMap<>();
    Demo.LANGUAGES.forEach(language -> texts.put(language, text));
    return new Texts(texts);
  }

  private Track track(String capsule, String language, Role role, String text, StoredFile webvtt) {
    return new Track(
        capsule + language + role,
        capsule,
        language,
        role,
        webvtt.sha256(),
        text,
        "webvtt",
        "UTF-8",
        webvtt.sha256(),
        webvtt.bytes(),
        1,
        findings(text),
        now);
  }
}
