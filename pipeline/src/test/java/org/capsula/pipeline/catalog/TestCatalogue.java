package org.capsula.pipeline.catalog;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.catalog.situation.Situation;
import org.capsula.pipeline.catalog.situation.SituationStore;
import org.capsula.pipeline.catalog.viewing.Eyes;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.catalog.viewing.ViewingStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.database.TestDatabase;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.subtitles.Role;
import org.jspecify.annotations.Nullable;

/** A database with the real schema, and the shortest way to put something into it. */
public final class TestCatalogue implements AutoCloseable {
  public static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

  public final Database database;

  public TestCatalogue(Path folder) {
    this(TestDatabase.open(folder));
  }

  public TestCatalogue(Database database) {
    this.database = database;
  }

  public <T> T write(Function<Session, T> work) {
    return database.inTransaction(work);
  }

  /** Named, so that others may refer to it. */
  public void store(String... hashes) {
    database.useTransaction(
        session -> {
          for (String hash : hashes) {
            new StoredFileStore(session).save(new StoredFile(hash, 1, true), NOON);
          }
        });
  }

  /** Nothing is known of it but its footage. */
  public static Capsule bare(String id) {
    return new Capsule(
        id, "slug-" + id, "f-" + id, id + ".mov", null, null, null, null, null, null, NOON);
  }

  /** Without a release nobody sees it. */
  public void addDraft(String id) {
    store("f-" + id);
    database.useTransaction(session -> new CapsuleStore(session).insert(bare(id)));
  }

  /** The edition that is shown from now on; its id is the capsule's and this word. */
  public void addEdition(String id, String word, boolean held) {
    addEdition(
        id,
        new Edition(id + word, Duration.ofSeconds(90), 640, 360, held, "{}", NOON.minusSeconds(5)));
  }

  public void addEdition(String id, String word, Duration length) {
    addEdition(id, new Edition(id + word, length, 640, 360, false, "{}", NOON.minusSeconds(5)));
  }

  private void addEdition(String id, Edition edition) {
    Edition.File poster = new Edition.File("poster.jpg", 10, "p-" + edition.id());
    database.useTransaction(
        session -> {
          new EditionStore(session)
              .insert(edition, new Edition.Content(List.of(poster), List.of(), List.of()));
          new CapsuleStore(session).showEdition(id, edition.id());
        });
  }

  public void addTrack(String id, String language, Role role) {
    store("s", "v");
    database.useTransaction(session -> new TrackStore(session).save(track(id, language, role)));
  }

  public static Track track(String id, String language, Role role) {
    return new Track(
        id + language + role.word(),
        id,
        language,
        role,
        "s",
        "film.srt",
        "srt",
        "UTF-8",
        "v",
        100,
        3,
        "[]",
        NOON);
  }

  public void release(
      String id, Audience audience, Instant opens, @Nullable Instant closes, String... required) {
    Release release =
        Release.of(id, audience, opens, closes, ZoneId.of("Europe/Brussels"), List.of(required));
    database.useTransaction(session -> new ReleaseStore(session).save(release));
  }

  /** Opened an hour before noon, for ever. */
  public void addOpen(String id) {
    addDraft(id);
    addEdition(id, "e", false);
    release(id, Audience.PUBLIC, NOON.minusSeconds(3600), null);
  }

  public void title(String id, String language, String title) {
    CapsuleTexts texts = new CapsuleTexts(new Texts(Map.of(language, title)), Texts.NONE, Map.of());
    database.useTransaction(session -> new CapsuleTextStore(session).replace(id, texts));
  }

  /** The situation that it shows. */
  public void situate(String id, Situation situation) {
    Capsule bare = bare(id);
    database.useTransaction(
        session -> {
          new SituationStore(session).save(situation, NOON);
          new CapsuleStore(session)
              .update(
                  new Capsule(
                      id,
                      bare.slug(),
                      bare.footageSha256(),
                      bare.footageName(),
                      null,
                      situation.id(),
                      null,
                      null,
                      null,
                      null,
                      NOON));
        });
  }

  public <T> T viewing(Function<ViewingStore, T> question) {
    return viewing(Eyes.ANYBODY, question);
  }

  public <T> T viewing(Eyes eyes, Function<ViewingStore, T> question) {
    return database.look(session -> question.apply(new ViewingStore(session, eyes)));
  }

  public boolean isSeen(String id, Instant when) {
    return isSeen(id, Eyes.ANYBODY, when);
  }

  /** Through every door there is; they must agree. */
  public boolean isSeen(String id, Eyes eyes, Instant when) {
    boolean bySlug = viewing(eyes, store -> store.bySlug("slug-" + id, when)).isPresent();
    boolean byId = viewing(eyes, store -> store.byId(id, when)).isPresent();
    boolean inPage =
        viewing(eyes, store -> store.page(Filter.ALL, null, 100, when)).stream()
            .map(Viewing::id)
            .anyMatch(id::equals);
    if (bySlug != byId || byId != inPage) {
      throw new AssertionError("slug " + bySlug + ", id " + byId + ", page " + inPage);
    }
    return inPage;
  }

  @Override
  public void close() {
    database.close();
  }
}
