package org.capsula.pipeline.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Engine;
import org.capsula.pipeline.database.Schema;
import org.capsula.pipeline.database.SchemaException;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.inventory.Held;
import org.capsula.pipeline.inventory.InventoryStore;
import org.capsula.pipeline.inventory.Watcher;
import org.capsula.pipeline.storage.PartialFolder;

/** Puts a backup into a folder where no library is yet. All of it is checked before any is seen. */
public final class Restoration {
  private final Watcher watcher;

  public Restoration(Watcher watcher) {
    this.watcher = watcher;
  }

  /**
   * @param files that are in the library now
   * @param lacking that its database names and the backup did not have
   */
  public record Restored(long files, long bytes, List<String> lacking) {}

  /**
   * @param backup a folder, or a tar
   * @throws RefusedBackupException where it is not whole; nothing is left behind then
   * @throws UsageException where something stands in the library's place
   */
  public Restored from(Path backup, Path library)
      throws IOException, RefusedBackupException, UsageException {
    if (Files.isDirectory(backup)) {
      return from(new FolderInlet(backup), library);
    }
    if (!Files.exists(backup)) {
      throw new UsageException("There is no " + backup + "; name a backup that is there.");
    }
    try (InputStream in = Files.newInputStream(backup)) {
      return from(in, library);
    }
  }

  /**
   * @param backup a tar; the caller closes it
   */
  public Restored from(InputStream backup, Path library)
      throws IOException, RefusedBackupException, UsageException {
    return from(new TarInlet(backup), library);
  }

  private Restored from(Inlet inlet, Path library)
      throws IOException, RefusedBackupException, UsageException {
    Path home = library.toAbsolutePath().normalize();
    boolean isNew = !Files.exists(home);
    requireEmpty(home);
    try {
      // Within the place itself: it may be a disk of its own.
      return restore(inlet, home);
    } finally {
      if (isNew && isEmpty(home)) {
        Files.deleteIfExists(home);
      }
    }
  }

  private static void requireEmpty(Path home) throws IOException, UsageException {
    if (Files.exists(home) && !Files.isDirectory(home)) {
      throw new UsageException(home + " is a file; choose a folder with --library.");
    }
    if (!isEmpty(home)) {
      throw new UsageException(
          home + " is not empty; restore into a folder that is, or choose a new one.");
    }
  }

  /** What a restore that was killed has left does not count; it is removed. */
  private static boolean isEmpty(Path home) throws IOException {
    if (!Files.exists(home)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(home)) {
      return entries.allMatch(entry -> PartialFolder.isOne(entry));
    }
  }

  private Restored restore(Inlet inlet, Path home)
      throws IOException, RefusedBackupException, UsageException {
    try (PartialFolder aside = PartialFolder.in(home)) {
      Receipt receipt = new Receipt(aside.content(), watcher);
      inlet.each(receipt);
      long bytes = receipt.requireWhole();
      List<String> lacking = open(aside.content());
      aside.sync();
      requireEmpty(home);
      // The database last: before it stands there this is no library.
      aside.spread(home, List.of("files", "editions", Sums.DATABASE));
      return new Restored(receipt.files(), bytes, lacking);
    }
  }

  /** Brings an older one up to date, and sees what the backup could not have. */
  private static List<String> open(Path content) throws IOException, RefusedBackupException {
    Files.createDirectories(content.resolve("files"));
    Files.createDirectories(content.resolve("editions"));
    try (Database database = Schema.open(Engine.sqlite(content.resolve(Sums.DATABASE)))) {
      database.useTransaction(session -> new EntryStore(session).endAll());
      return database.look(session -> new InventoryStore(session).all()).stream()
          .filter(held -> !Files.exists(held.in(content)))
          .map(Held::path)
          .toList();
    } catch (SchemaException e) {
      throw new RefusedBackupException(
          "its database is none that this Capsula can open; restore it with the version that made"
              + " it.");
    }
  }
}
