package org.capsula.pipeline.library;

import java.nio.file.Files;
import java.nio.file.Path;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Schema;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.storage.Storage;

/**
 * A library as others see it: for looking, beside the program that works on it, if there is one.
 */
public record LibraryView(Path folder, Storage storage, Database database)
    implements AutoCloseable {

  /**
   * @throws UsageException where there is no library
   * @throws org.capsula.pipeline.database.SchemaException where it is not of this program's version
   */
  public static LibraryView of(Path folder) throws UsageException {
    Path home = folder.toAbsolutePath().normalize();
    if (!Files.exists(databaseOf(home))) {
      throw new UsageException(
          "There is no library in " + home + "; name the one that is meant with --library.");
    }
    return new LibraryView(home, Storage.readOnly(home), Schema.beside(databaseOf(home)));
  }

  private static Path databaseOf(Path home) {
    return home.resolve("capsula.db");
  }

  public Path databaseFile() {
    return databaseOf(folder);
  }

  @Override
  public void close() {
    database.close();
  }
}
