package org.capsula.pipeline.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.type.FileType;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.delivery.HandOver;
import org.capsula.pipeline.delivery.Outcome;
import org.capsula.pipeline.delivery.Sheet;
import org.capsula.pipeline.delivery.SubtitleBytes;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.pipeline.upload.Upload.State;
import org.capsula.pipeline.upload.UploadForm.Collection;
import org.capsula.pipeline.upload.UploadForm.Subtitles;
import org.capsula.pipeline.upload.UploadStore.End;
import org.jspecify.annotations.Nullable;

/**
 * Takes one whole upload into the library: hash, rename into storage, one transaction, each of
 * which finds what a killed program had done of it.
 */
final class TakingIn {
  private final Storage storage;
  private final Database database;
  private final HandOver handOver;
  private final Clock clock;

  TakingIn(Library library, HandOver handOver, Clock clock) {
    this.storage = library.storage();
    this.database = library.database();
    this.handOver = handOver;
    this.clock = clock;
  }

  void take(Upload upload) throws IOException {
    UploadFolder folder = UploadFolder.of(storage, upload.id());
    try {
      StoredFile footage = footage(upload, folder.footage());
      while (!handOver(upload, footage, folder)) {
        // Its form was changed at the last moment, and is read again.
      }
    } catch (UnreadableMediaException e) {
      String sentence = upload.fileName() + ": " + e.getMessage() + ".";
      refuse(upload, e.code(), sentence);
    }
    folder.remove();
  }

  private StoredFile footage(Upload upload, Path file)
      throws IOException, UnreadableMediaException {
    if (upload.bytes() == 0) {
      throw new UnreadableMediaException(
          "file-empty", "the file is empty; copy it again from the camera");
    }
    if (!Files.exists(file)) {
      return movedBefore(upload);
    }
    FileType.requireFootage(file);
    requireCapsule(upload);
    String sha256 = Sha256.of(file);
    // Noted first: a program killed after the rename must know what it had moved.
    database.useTransaction(session -> new UploadStore(session).setSha256(upload.id(), sha256));
    return storage.adopt(file, sha256);
  }

  private StoredFile movedBefore(Upload upload) throws IOException, UnreadableMediaException {
    String sha256 = upload.sha256();
    Optional<StoredFile> stored = sha256 == null ? Optional.empty() : storage.stored(sha256);
    return stored.orElseThrow(
        () ->
            new UnreadableMediaException(
                "upload-lost", "its bytes are gone from the library's disk; upload it again"));
  }

  /** Before the film is moved into storage, where nobody would look for it. */
  private void requireCapsule(Upload upload) throws UnreadableMediaException {
    String replaces = upload.replaces();
    if (replaces != null && !database.look(session -> isThere(session, replaces))) {
      throw new UnreadableMediaException(
          "capsule-gone", "the capsule it was meant for is gone; upload it as a new one");
    }
  }

  private static boolean isThere(Session session, String capsuleId) {
    CapsuleStore capsules = new CapsuleStore(session);
    return capsules.byId(capsuleId).isPresent() && capsules.deletedAt(capsuleId).isEmpty();
  }

  private void refuse(Upload upload, String code, String sentence) {
    database.useTransaction(
        session -> {
          UploadStore store = new UploadStore(session);
          store
              .find(upload.id())
              .ifPresent(
                  now ->
                      store.end(
                          new End(upload.id(), State.REFUSED, null, code, sentence),
                          now.formVersion(),
                          clock.instant()));
        });
  }

  /**
   * @return whether it is done; not when its form was changed meanwhile
   */
  private boolean handOver(Upload upload, StoredFile footage, UploadFolder folder)
      throws IOException {
    Reading reading = database.look(session -> read(session, upload.id()));
    HandOver.Film film =
        new HandOver.Film(
            upload.fileName(), footage, reading.sheet(), files(reading.subtitles(), folder));
    String replaces = upload.replaces();
    try {
      if (replaces == null) {
        handOver.take(film, (session, outcome) -> end(session, upload, reading, outcome));
      } else {
        handOver.replace(
            replaces, film, (session, outcome) -> end(session, upload, reading, outcome));
      }
      return true;
    } catch (ChangedFormException e) {
      return false;
    }
  }

  private static Reading read(Session session, String uploadId) {
    UploadForm.Whole whole = new UploadFormStore(session).of(uploadId);
    UploadForm form = whole.form();
    Sheet sheet =
        Sheet.of(
            new CapsuleTexts(form.titles(), Texts.NONE, Map.of()),
            form.language(),
            collection(session, form.collection()));
    long version =
        new UploadStore(session).find(uploadId).map(Upload::formVersion).orElse(/* gone */ -1L);
    return new Reading(version, sheet, whole.subtitles());
  }

  private static Sheet.@Nullable CollectionPart collection(
      Session session, @Nullable Collection collection) {
    if (collection == null) {
      return null;
    }
    String id = collection.id();
    if (id != null) {
      Texts titles = new CollectionStore(session).titles(List.of(id)).get(id);
      return titles == null ? null : new Sheet.CollectionPart(titles, null);
    }
    String language = collection.language();
    String title = collection.title();
    return language == null || title == null
        ? null
        : new Sheet.CollectionPart(new Texts(Map.of(language, title)), null);
  }

  private static List<SubtitleBytes> files(List<Subtitles> subtitles, UploadFolder folder)
      throws IOException {
    List<SubtitleBytes> files = new ArrayList<>();
    for (Subtitles one : subtitles) {
      byte[] bytes = Files.readAllBytes(folder.subtitles(one.id()));
      files.add(new SubtitleBytes(one.fileName(), one.language(), one.role(), bytes));
    }
    return files;
  }

  private void end(Session session, Upload upload, Reading reading, Outcome outcome) {
    State state =
        switch (outcome.state()) {
          case ADDED, UPDATED -> State.DONE;
          case KNOWN -> State.KNOWN;
          case REFUSED, FAILED -> State.REFUSED;
        };
    boolean refused = state == State.REFUSED;
    End end =
        new End(
            upload.id(),
            state,
            outcome.capsuleId(),
            refused ? code(outcome) : null,
            refused ? outcome.sentences().get(0) : null);
    if (!new UploadStore(session).end(end, reading.formVersion(), clock.instant())) {
      throw new ChangedFormException();
    }
  }

  /** Of two things that may have happened to a capsule meanwhile. */
  private static String code(Outcome refused) {
    return refused.capsuleId() == null ? "capsule-gone" : "capsule-deleted";
  }

  /** What is said of it, as of one version of its form. */
  private record Reading(long formVersion, Sheet sheet, List<Subtitles> subtitles) {}

  private static final class ChangedFormException extends RuntimeException {}
}
