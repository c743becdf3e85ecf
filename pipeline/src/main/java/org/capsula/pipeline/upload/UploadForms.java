package org.capsula.pipeline.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.DatabaseException;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.intake.CueCount;
import org.capsula.pipeline.intake.SubtitleName;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.GrowingFile;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.upload.UploadForm.Collection;
import org.capsula.pipeline.upload.UploadForm.Subtitles;
import org.capsula.subtitles.LanguageTag;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.reading.SubtitleReader;
import org.jspecify.annotations.Nullable;

/** What is said of uploads while their bytes travel, and the subtitle files that come beside. */
public final class UploadForms {
  /** An hour of dialogue is some 100 kB. */
  public static final int LARGEST_SUBTITLES = 20_000_000;

  private final Storage storage;
  private final Database database;
  private final UploadRegister register;
  private final Clock clock;

  UploadForms(Library library, UploadRegister register, Clock clock) {
    this.storage = library.storage();
    this.database = library.database();
    this.register = register;
    this.clock = clock;
  }

  public UploadForm.Whole of(String uploadId) {
    return database.look(session -> new UploadFormStore(session).of(uploadId));
  }

  /**
   * In place of what was said before, but for the subtitles.
   *
   * @throws UploadRefusedException where it was taken in already, or the collection is gone
   */
  public void save(String uploadId, UploadForm form) throws UploadRefusedException {
    requireCollection(form.collection());
    change(uploadId, store -> store.replace(uploadId, form));
  }

  private void requireCollection(@Nullable Collection chosen) throws UploadRefusedException {
    String id = chosen == null ? null : chosen.id();
    if (id != null
        && database.look(session -> new CollectionStore(session).titles(List.of(id))).isEmpty()) {
      throw new UploadRefusedException(
          Refusal.UNKNOWN_COLLECTION, "That collection is gone; choose another one.");
    }
  }

  /**
   * In place of those of the same language and role.
   *
   * @param fileName as it was given; tells the language where nothing else does
   * @param language as it was given; null to go by the name
   * @throws UploadRefusedException where they cannot be read, or nothing tells their language
   */
  public Subtitles addSubtitles(
      String uploadId, String fileName, @Nullable String language, byte[] bytes)
      throws UploadRefusedException {
    String name = FileName.clean(fileName);
    SubtitleName said = SubtitleName.of(Path.of(name));
    String spoken =
        Optional.ofNullable(language)
            .flatMap(LanguageTag::normalise)
            .or(said::language)
            .orElseThrow(
                () ->
                    new UploadRefusedException(
                        Refusal.NO_LANGUAGE,
                        "The language of “%s” is not in its name; say which it is."
                            .formatted(name)));
    Parsed parsed = read(name, spoken, bytes);
    Subtitles subtitles =
        new Subtitles(
            UUID.randomUUID().toString(),
            uploadId,
            name,
            spoken,
            said.role(),
            parsed.charset(),
            parsed.cues().size(),
            bytes.length,
            clock.instant());
    write(subtitles, bytes);
    change(uploadId, store -> store.add(subtitles));
    return subtitles;
  }

  private static Parsed read(String name, String language, byte[] bytes)
      throws UploadRefusedException {
    Parsed parsed = SubtitleReader.read(bytes, language);
    if (parsed.format() == null || parsed.cues().isEmpty()) {
      throw new UploadRefusedException(
          Refusal.UNREADABLE_SUBTITLES,
          "“%s” holds no subtitles that can be read; hand it in as .srt or .vtt.".formatted(name));
    }
    Optional<String> fault = CueCount.fault(parsed.cues().size());
    if (fault.isPresent()) {
      throw new UploadRefusedException(
          Refusal.UNREADABLE_SUBTITLES, "“%s”: %s.".formatted(name, fault.get()));
    }
    return parsed;
  }

  private void write(Subtitles subtitles, byte[] bytes) throws UploadRefusedException {
    register.find(subtitles.uploadId());
    Path file = UploadFolder.of(storage, subtitles.uploadId()).subtitles(subtitles.id());
    try (GrowingFile written = GrowingFile.at(file, 0)) {
      written.write(bytes, bytes.length);
      written.sync();
    } catch (IOException e) {
      throw Disk.fullOr(e);
    }
  }

  /**
   * @throws UploadRefusedException where it was taken in already, or there are no such subtitles
   */
  public void removeSubtitles(String uploadId, String id) throws UploadRefusedException {
    change(uploadId, store -> store.remove(uploadId, id));
  }

  private void change(String uploadId, Change change) throws UploadRefusedException {
    boolean open;
    try {
      open =
          database.inTransaction(
              session -> {
                boolean isOpen = isOpen(session, uploadId);
                if (isOpen) {
                  change.in(new UploadFormStore(session));
                }
                return isOpen;
              });
    } catch (DatabaseException e) {
      throw Disk.fullOr(e);
    }
    if (!open) {
      register.find(uploadId);
      throw new UploadRefusedException(
          Refusal.ENDED, "It is in the library already; change it in the studio.");
    }
  }

  private static boolean isOpen(Session session, String uploadId) {
    return new UploadStore(session)
        .find(uploadId)
        .filter(upload -> !upload.state().isEnd())
        .isPresent();
  }

  private interface Change {
    void in(UploadFormStore store);
  }
}
