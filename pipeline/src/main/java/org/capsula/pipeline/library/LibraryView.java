package org.capsula.pipeline.library;

import java.io.IOException;
import java.nio.file.Path;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Engine;
import org.capsula.pipeline.database.Schema;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.storage.Storage;

/**
 * A library as others see it: for looking, beside the program that works on it, if there is one.
 */
public record LibraryView(Path folder, Storage storage, Database database)
    implements AutoCloseable {

  /** With the database in the folder; see {@link #of(Path, Engine)}. */
  public static LibraryView of(Path folder) throws UsageException {
    return of(folder, Pairing.embedded(folder.toAbsolutePath().normalize()));
  }

  /**
   * @throws UsageException where there is no library
   * @throws LibraryException where its database is another one
   * @throws org.capsula.pipeline.database.SchemaException where it is not of this program's version
   * @throws org.capsula.pipeline.database.DatabaseException where it cannot be reached
   */
  public static LibraryView of(Path folder, Engine engine) throws UsageException {
    Path home = folder.toAbsolutePath().normalize();
    if (!Pairing.isLibrary(home)) {
      throw new UsageException(
          "There is no library in " + home + "; name the one that is meant with --library.");
    }
    Pairing.require(home, engine);
    Database database = Schema.beside(engine);
    try {
      if (engine.isShared()) {
        Pairing.requireTied(home, database);
      }
      return new LibraryView(home, Storage.readOnly(home), database);
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e instanceof RuntimeException known
          ? known
          : new LibraryException(home + " cannot be read (" + e.getMessage() + ").", e);
    }
  }

  /** Of a library that has its own. */
  public Path databaseFile() {
    return Pairing.file(folder);
  }

  @Override
  public void close() {
    database.close();
  }
}
