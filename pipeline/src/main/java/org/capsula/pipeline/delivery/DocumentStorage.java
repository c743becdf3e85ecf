package org.capsula.pipeline.delivery;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.capsula.media.type.FileType;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.delivery.Delivery.DocumentInput;
import org.capsula.pipeline.storage.StoredFile;

/** Brings documents into storage, those that viewers may be given. */
final class DocumentStorage {
  private final KnownFiles known;
  private final Instant now;
  private final Remarks remarks;
  private final List<Document> documents = new ArrayList<>();
  private final List<StoredFile> files = new ArrayList<>();

  DocumentStorage(KnownFiles known, Instant now, Remarks remarks) {
    this.known = known;
    this.now = now;
    this.remarks = remarks;
  }

  List<Document> documents() {
    return documents;
  }

  List<StoredFile> files() {
    return files;
  }

  void store(DocumentInput input) throws IOException {
    Path file = input.file();
    try {
      String type = FileType.ofDocument(file);
      if (Files.size(file) > DocumentTypes.LARGEST) {
        remarks.leaveOut(SideCarFile.tooLarge(file, DocumentTypes.LARGEST));
      } else if (DocumentTypes.isAllowed(type)) {
        keep(input, type, known.store(file));
      } else {
        remarks.leaveOut(refusal(Delivery.name(file), type));
      }
    } catch (FileSystemException e) {
      if (!file.toString().equals(e.getFile())) {
        throw e;
      }
      remarks.leaveOut(SideCarFile.unreadable(file, e));
    }
  }

  private static String refusal(String name, String type) {
    return "%s: by its content it is %s, which viewers are not given; hand it in as PDF."
        .formatted(name, FileType.isUnknown(type) ? "of no known type" : type);
  }

  private void keep(DocumentInput input, String type, StoredFile file) {
    files.add(file);
    String name = Delivery.name(input.file());
    documents.add(new Document("", "", input.kind(), name, type, file.sha256(), file.bytes(), now));
  }
}
