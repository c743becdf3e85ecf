package org.capsula.pipeline.editing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capsula.media.type.FileType;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.DocumentStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.editorial.RemovedFile;
import org.capsula.pipeline.catalog.editorial.RemovedFile.Kind;
import org.capsula.pipeline.catalog.editorial.RemovedFileStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.delivery.DocumentTypes;
import org.capsula.pipeline.editing.RefusedEditException.Reason;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.storage.PartialFolder;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.storage.StoredFile;

/** Adds and removes documents. */
public final class DocumentEdits {
  private final Database database;
  private final Storage storage;
  private final Clock clock;

  public DocumentEdits(Database database, Storage storage, Clock clock) {
    this.database = database;
    this.storage = storage;
    this.clock = clock;
  }

  /**
   * A document as it is handed in.
   *
   * @param name as its owner knows it
   * @param kind what it is for: {@code fiche}, {@code guide}; {@code document} where nobody said
   */
  public record NewDocument(String name, String kind, InputStream bytes) {}

  public Optional<Document> find(String capsuleId, String documentId) {
    return database.look(session -> new DocumentStore(session).of(capsuleId)).stream()
        .filter(document -> document.id().equals(documentId))
        .findFirst();
  }

  /**
   * @param mayReplace whether the document of its name may be put aside for it
   */
  public Document add(String capsuleId, NewDocument file, boolean mayReplace)
      throws RefusedEditException, IOException {
    String name = Field.FILE_NAME.clean(file.name().replaceAll("[/\\\\]", "_"));
    String kind = Field.KIND.clean(file.kind());
    if (name.isEmpty()) {
      throw new RefusedEditException(Reason.INVALID, "The document has no name; give it one.");
    }
    try (PartialFolder folder = PartialFolder.ofLibrary(storage.work())) {
      // Tika looks at the ending alone; no path is made of the rest.
      Path aside = folder.content().resolve("document" + ending(name));
      copy(file.bytes(), aside, name);
      String type = FileType.ofDocument(aside);
      if (!DocumentTypes.isAllowed(type)) {
        throw new RefusedEditException(Reason.UNREADABLE, refusal(name, type));
      }
      StoredFile stored = storage.store(aside);
      Document document =
          new Document(
              UUID.randomUUID().toString(),
              capsuleId,
              kind.isEmpty() ? "document" : kind,
              name,
              type,
              stored.sha256(),
              stored.bytes(),
              clock.instant());
      return write(document, stored, mayReplace);
    }
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot);
    return ending.matches("\\.[A-Za-z0-9]{1,10}") ? ending : "";
  }

  private static String refusal(String name, String type) {
    return "%s: by its content it is %s, which viewers are not given; hand it in as PDF."
        .formatted(name, FileType.isUnknown(type) ? "of no known type" : type);
  }

  private static void copy(InputStream in, Path target, String name)
      throws RefusedEditException, IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > DocumentTypes.LARGEST) {
          throw new RefusedEditException(
              Reason.TOO_LARGE,
              "%s: is larger than %d MB; export it smaller."
                  .formatted(name, DocumentTypes.LARGEST / 1_000_000));
        }
        out.write(buffer, 0, read);
      }
    }
  }

  private Document write(Document document, StoredFile stored, boolean mayReplace)
      throws RefusedEditException {
    return EditTransaction.run(
        database,
        session -> {
          EditTransaction.requireCapsule(session, document.capsuleId());
          if (mayReplace) {
            named(session, document).ifPresent(old -> putAside(session, old));
          }
          requireFree(session, document);
          new StoredFileStore(session).save(stored, clock.instant());
          new DocumentStore(session).save(document);
          return document;
        });
  }

  private static Optional<Document> named(Session session, Document document) {
    return new DocumentStore(session)
        .of(document.capsuleId()).stream()
            .filter(each -> each.fileName().equals(document.fileName()))
            .findFirst();
  }

  static void requireFree(Session session, Document document) throws RefusedEditException {
    if (named(session, document).isPresent()) {
      throw new RefusedEditException(
          Reason.CONFLICT,
          "There is a document called %s already; replace or remove that one."
              .formatted(document.fileName()));
    }
  }

  /**
   * @return the id under which it may be put back
   */
  public String remove(String capsuleId, String documentId) throws RefusedEditException {
    return EditTransaction.run(
        database,
        session -> {
          EditTransaction.requireCapsule(session, capsuleId);
          List<Document> documents = new DocumentStore(session).of(capsuleId);
          Optional<Document> document =
              documents.stream().filter(each -> each.id().equals(documentId)).findFirst();
          if (document.isEmpty()) {
            throw new RefusedEditException(Reason.GONE, "The document is gone; reload the page.");
          }
          return putAside(session, document.get());
        });
  }

  private String putAside(Session session, Document document) {
    String id = UUID.randomUUID().toString();
    new RemovedFileStore(session)
        .insert(
            new RemovedFile(
                id,
                document.capsuleId(),
                Kind.DOCUMENT,
                document.sha256(),
                null,
                null,
                Json.compact(document),
                clock.instant()));
    new DocumentStore(session).remove(document.id());
    return id;
  }
}
