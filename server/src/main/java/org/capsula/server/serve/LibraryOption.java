package org.capsula.server.serve;

import java.nio.file.Path;
import org.capsula.pipeline.database.Engine;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.library.LibraryView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where everything is kept. */
public final class LibraryOption {
  @Option(
      names = "--library",
      converter = Given.Folder.class,
      paramLabel = "DIR",
      description = "The folder that holds everything. Default: ${DEFAULT-VALUE}.")
  public Path folder = Path.of("library");

  @Option(
      names = "--database",
      converter = Given.Database.class,
      paramLabel = "URL",
      description =
          "A PostgreSQL database instead of the file in the folder:"
              + " jdbc:postgresql://host/name. User and password come from the address, PGUSER and"
              + " PGPASSWORD, or ~/.pgpass.")
  @Nullable Engine database;

  /** Opens it; for the exceptions see {@link Library#open(Path, Engine)}. */
  public Library open() {
    return database == null ? Library.open(folder) : Library.open(folder, database);
  }

  /** Looks at it; for the exceptions see {@link LibraryView#of(Path, Engine)}. */
  public LibraryView view() throws UsageException {
    return database == null ? LibraryView.of(folder) : LibraryView.of(folder, database);
  }

  /** Whether there is one to open. */
  public boolean isThere() {
    return Library.isIn(folder);
  }

  /** Whether its database is elsewhere, for several programs. */
  public boolean isShared() {
    return database != null;
  }
}
