package org.capsula.pipeline.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.delivery.Delivery.DocumentInput;
import org.capsula.pipeline.intake.SubtitleInput;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.storage.StoredFile;

/** Brings a delivery's files into storage, and finds out what they are. */
final class DeliveryStorage {
  private final Storage storage;
  private final SubtitleStorage subtitles;
  private final DocumentStorage documents;
  private final Remarks remarks = new Remarks();

  DeliveryStorage(Library library, Instant now) {
    storage = library.storage();
    subtitles = new SubtitleStorage(storage, now, remarks);
    documents = new DocumentStorage(new KnownFiles(library), now, remarks);
  }

  /**
   * @param known the footage, where storage holds it already
   */
  StoredDelivery store(Delivery delivery, Optional<StoredFile> known) throws IOException {
    StoredFile footage = known.isPresent() ? known.get() : storage.store(delivery.footage());
    for (SubtitleInput input : delivery.subtitles()) {
      subtitles.store(input);
    }
    for (DocumentInput input : delivery.documents()) {
      documents.store(input);
    }
    List<StoredFile> files = new ArrayList<>(List.of(footage));
    Sheet sheet = Sheet.NONE;
    StoredFile sheetFile = null;
    Path path = delivery.sheet();
    if (path != null) {
      Optional<byte[]> bytes = SideCarFile.read(path, SheetReader.LARGEST, remarks);
      sheet = bytes.map(read -> SheetReader.read(Delivery.name(path), read)).orElse(Sheet.LOST);
      if (sheet.isUnderstood() && bytes.isPresent()) {
        sheetFile = storage.store(bytes.get());
        files.add(sheetFile);
        sheet.problems().forEach(remarks::say);
        if (!sheet.tellsRelease()) {
          remarks.countLeftOut();
        }
      } else {
        sheet.problems().forEach(remarks::leaveOut);
      }
    }
    Optional<Path> stray = delivery.straySheet();
    if (stray.isPresent()) {
      remarks.leaveOut(
          "%s: nothing of a release is taken, and a new capsule stays a draft, as %s may be meant for it; rename or remove that file and import it again."
              .formatted(delivery.footageName(), Delivery.name(stray.get())));
      sheet = sheet.withoutRelease();
      // As if it were another one when it is read without doubt.
      sheetFile = null;
    }
    files.addAll(subtitles.files());
    files.addAll(documents.files());
    return new StoredDelivery(
        delivery.footageName(),
        footage,
        subtitles.tracks(),
        documents.documents(),
        sheet,
        sheetFile,
        files,
        remarks);
  }
}
