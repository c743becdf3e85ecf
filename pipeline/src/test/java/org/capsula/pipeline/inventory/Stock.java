package org.capsula.pipeline.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.database.TestDatabase;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.library.LibraryView;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.pipeline.storage.StoredFile;

/** A library in use, whose files are short words, stored as the program does it. */
public final class Stock implements AutoCloseable {
  public static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

  public final Path folder;
  public final Library library;
  private final List<LibraryView> views = new ArrayList<>();

  public Stock(Path folder) {
    this.folder = folder;
    library = TestDatabase.library(folder);
  }

  /** With footage and an edition of two files. */
  public void add(String id) throws IOException {
    StoredFile footage = library.storage().store("footage of " + id);
    Path made = Files.createDirectories(library.storage().work().resolve("made-" + id));
    Edition.File video = write(made, "video-360.mp4", "picture of " + id);
    Edition.File poster = write(made, "poster.jpg", "poster of " + id);
    library.storage().adoptEdition(made, "e-" + id);
    library
        .database()
        .useTransaction(
            session -> {
              new StoredFileStore(session).save(footage, NOON);
              new CapsuleStore(session)
                  .insert(
                      new Capsule(
                          id,
                          "slug-" + id,
                          footage.sha256(),
                          id + ".mov",
                          null,
                          null,
                          null,
                          null,
                          null,
                          null,
                          NOON));
              new EditionStore(session)
                  .insert(
                      new Edition("e-" + id, Duration.ofSeconds(9), 640, 360, false, "{}", NOON),
                      new Edition.Content(List.of(video, poster), List.of(), List.of()));
              new CapsuleStore(session).showEdition(id, "e-" + id);
            });
  }

  private static Edition.File write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return new Edition.File(name, text.length(), Sha256.of(text));
  }

  public void sql(String statement) {
    library.database().useTransaction(session -> session.handle().execute(statement));
  }

  /** From the library's folder. */
  public static String footage(String id) {
    String sha256 = Sha256.of("footage of " + id);
    return "files/" + sha256.substring(0, 2) + "/" + sha256;
  }

  public Path file(String path) {
    return folder.resolve(path);
  }

  /** As another program sees it. */
  public LibraryView view() throws UsageException {
    LibraryView view = LibraryView.of(folder, TestDatabase.of(folder));
    views.add(view);
    return view;
  }

  @Override
  public void close() {
    views.forEach(LibraryView::close);
    library.close();
  }
}
