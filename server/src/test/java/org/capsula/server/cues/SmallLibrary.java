package org.capsula.server.cues;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.AccountStore;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.StoredFile;

/** A library with one capsule that nobody but the studio may see, and no footage behind it. */
public final class SmallLibrary implements AutoCloseable {
  public static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  public static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  public final Library library;

  public SmallLibrary(Path folder) throws IOException {
    library = Library.open(folder.resolve("library"));
    StoredFile footage = library.storage().store("footage");
    library
        .database()
        .useTransaction(
            session -> {
              new StoredFileStore(session).save(footage, NOON);
              new CapsuleStore(session)
                  .insert(
                      new Capsule(
                          "one",
                          "film",
                          footage.sha256(),
                          "film.mp4",
                          null,
                          null,
                          null,
                          null,
                          null,
                          null,
                          NOON));
              AccountStore accounts = new AccountStore(session);
              accounts.insert(new Account("a-1", "ana", "Ana", Role.MEDIA, false, true, NOON));
              accounts.insert(new Account("a-2", "bob", "Bob", Role.TRAINER, false, true, NOON));
            });
  }

  /** Ten seconds of film. */
  public void addEdition(String id, boolean held) throws IOException {
    Path folder = Files.createDirectories(library.storage().edition(id));
    Files.writeString(folder.resolve("video-360.mp4"), "picture of " + id);
    Files.writeString(folder.resolve("poster.jpg"), "poster");
    Edition edition =
        new Edition(id, Duration.ofSeconds(10), 640, 360, held, "{}", NOON.minusSeconds(5));
    Edition.Content content =
        new Edition.Content(
            List.of(
                new Edition.File("video-360.mp4", ("picture of " + id).length(), "v-" + id),
                new Edition.File("poster.jpg", 6, "p-" + id)),
            List.of(),
            List.of());
    library
        .database()
        .useTransaction(
            session -> {
              new EditionStore(session).insert(edition, content);
              new CapsuleStore(session).showEdition("one", id);
            });
  }

  /** Its id is its language. */
  public Track addTrack(String language, String webvtt) throws IOException {
    StoredFile file = library.storage().store(webvtt);
    Track track =
        new Track(
            language,
            "one",
            language,
            org.capsula.subtitles.Role.SUBTITLES,
            file.sha256(),
            "film." + language + ".vtt",
            "webvtt",
            "UTF-8",
            file.sha256(),
            file.bytes(),
            2,
            "[]",
            NOON);
    library
        .database()
        .useTransaction(
            session -> {
              new StoredFileStore(session).save(file, NOON);
              new TrackStore(session).save(track);
            });
    return track;
  }

  /** What viewers would get. */
  public String webvtt(String track) throws IOException {
    Track shown =
        library.database().look(session -> new TrackStore(session).byId(track)).orElseThrow();
    return Files.readString(library.storage().file(shown.webvttSha256()));
  }

  @Override
  public void close() {
    library.close();
  }
}
