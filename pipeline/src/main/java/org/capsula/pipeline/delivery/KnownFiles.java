package org.capsula.pipeline.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.StoredFile;

/** Finds what the library holds already, without a copy: a film of gigabytes may come again. */
final class KnownFiles {
  private final Library library;

  KnownFiles(Library library) {
    this.library = library;
  }

  /** The stored file of the same bytes. Reads the file only where one of its length is stored. */
  Optional<StoredFile> find(Path file) throws IOException {
    return mayHold(Files.size(file)) ? library.storage().find(file) : Optional.empty();
  }

  /** It, copied where the library does not hold it yet. */
  StoredFile store(Path file) throws IOException {
    Optional<StoredFile> known = find(file);
    return known.isPresent() ? known.get() : library.storage().store(file);
  }

  /** Whether a file of this length is stored. */
  boolean mayHold(long bytes) {
    return library.database().look(session -> new StoredFileStore(session).hasLength(bytes));
  }
}
