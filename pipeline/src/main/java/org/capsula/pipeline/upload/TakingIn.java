package org.capsula.pipeline.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.type.FileType;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.delivery.HandOver;
import org.capsula.pipeline.delivery.Outcome;
import org.capsula.pipeline.delivery.SubtitleBytes;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.storage.StoredFile;
import org.capsula.pipeline.upload.Upload.State;
import org.capsula.pipeline.upload.UploadForm.Subtitles;
import org.capsula.pipeline.upload.UploadStore.End;

/**
 * Takes one whole upload into the library: hash, rename into storage, one transaction, each of
 * which finds what a killed program had done of it.
 */
final class TakingIn {
  private static final String CAPSULE_GONE =
      "The capsule it was meant for is gone; it is a new one, and a draft.";

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
      Optional<StoredFile> footage = footage(upload, folder.footage());
      if (footage.isEmpty()) {
        return;
      }
      while (!handOver(upload, footage.get(), folder)) {
        // What is said of it was changed at the last moment, and is read again.
      }
    } catch (UnreadableMediaException e) {
      String sentence = upload.fileName() + ": " + e.getMessage() + ".";
      refuse(upload, e.code(), sentence);
    }
    folder.remove();
  }

  /**
   * @return empty where the disk lost some of it
   */
  private Optional<StoredFile> footage(Upload upload, Path file)
      throws IOException, UnreadableMediaException {
    if (upload.bytes() == 0) {
      throw new UnreadableMediaException(
          "file-empty", "the file is empty; copy it again from the camera");
    }
    long length;
    try {
      length = Files.size(file);
    } catch (NoSuchFileException e) {
      return Optional.of(movedBefore(upload));
    }
    if (length != upload.bytes()) {
      receiveAgain(upload, length);
      return Optional.empty();
    }
    FileType.requireFootageInside(file);
    String sha256 = Sha256.of(file);
    // Noted first: a program killed after the rename must know what it had moved.
    database.useTransaction(session -> new UploadStore(session).setSha256(upload.id(), sha256));
    return Optional.of(storage.adopt(file, sha256));
  }

  /** From where it is still as it came; what is longer than its whole is so nowhere. */
  private void receiveAgain(Upload upload, long length) {
    long received = length < upload.bytes() ? length : 0;
    database.useTransaction(
        session -> new UploadStore(session).receiveAgain(upload.id(), received, clock.instant()));
  }

  private StoredFile movedBefore(Upload upload) throws IOException, UnreadableMediaException {
    String sha256 = upload.sha256();
    Optional<StoredFile> stored = sha256 == null ? Optional.empty() : storage.stored(sha256);
    return stored.orElseThrow(
        () ->
            new UnreadableMediaException(
                "upload-lost", "its bytes are gone from the library's disk; upload it again"));
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
   * @return whether it is done; not when its form or its capsule was changed meanwhile
   */
  private boolean handOver(Upload upload, StoredFile footage, UploadFolder folder)
      throws IOException {
    Reading reading = database.look(session -> Reading.of(session, upload));
    if (reading.uploadIsGone()) {
      return true;
    }
    HandOver.Film film =
        new HandOver.Film(
            upload.fileName(), footage, reading.sheet(), files(reading.subtitles(), folder));
    String replaces = upload.replaces();
    try {
      if (replaces == null || !reading.mayReplace(upload)) {
        handOver.take(film, (session, outcome) -> end(session, upload, reading, outcome));
      } else {
        handOver.replace(
            replaces, film, (session, outcome) -> end(session, upload, reading, outcome));
      }
      return true;
    } catch (ChangedException e) {
      return false;
    }
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
    if (refused && outcome.capsuleId() == null && reading.mayReplace(upload)) {
      // Its capsule went at this moment: it is read again, and taken as a new one.
      throw new ChangedException();
    }
    String code = refused ? "capsule-deleted" : reading.capsuleIsGone() ? "capsule-gone" : null;
    String sentence = refused ? outcome.sentences().get(0) : code == null ? null : CAPSULE_GONE;
    End end = new End(upload.id(), state, outcome.capsuleId(), code, sentence);
    if (!new UploadStore(session).end(end, reading.formVersion(), clock.instant())) {
      throw new ChangedException();
    }
  }

  private static final class ChangedException extends RuntimeException {}
}
