package org.capsula.pipeline.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Engine;
import org.capsula.pipeline.database.Schema;
import org.capsula.pipeline.database.Snapshot;
import org.capsula.pipeline.inventory.Held;
import org.capsula.pipeline.inventory.InventoryStore;
import org.capsula.pipeline.inventory.Watcher;
import org.capsula.pipeline.library.LibraryView;

/** One backup under way. */
final class Copying {
  private final LibraryView library;
  private final Outlet outlet;
  private final Watcher watcher;
  private final Map<String, String> sums = new HashMap<>();
  private final List<Held> pruned = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private long bytes;
  private long copied;

  Copying(LibraryView library, Outlet outlet, Watcher watcher) {
    this.library = library;
    this.outlet = outlet;
    this.watcher = watcher;
  }

  /**
   * @param scratch for the copy of the database
   */
  Made run(Path scratch, String version, Instant now) throws IOException {
    Path database = scratch.resolve(Sums.DATABASE);
    watcher.at("database", 0, 1);
    Snapshot.take(library.databaseFile(), database);
    try (Database copy = Schema.beside(Engine.sqlite(database))) {
      copyAll(copy.look(session -> new InventoryStore(session).all()));
      forgetPruned(copy);
    }
    sums.put(Sums.DATABASE, outlet.add(Sums.DATABASE, database));
    bytes += Files.size(database);
    copied++;
    label(version, now);
    outlet.finish();
    return new Made(sums.size(), bytes, copied, List.copyOf(lost));
  }

  private void copyAll(List<Held> all) throws IOException {
    long total = all.stream().mapToLong(Held::bytes).sum();
    for (Held held : all) {
      watcher.at("copying", bytes, total);
      if (outlet.keep(held)) {
        take(held);
      } else {
        copy(held);
      }
    }
  }

  /** What is not as the database says is not named: so nobody takes it for the real one. */
  private void copy(Held held) throws IOException {
    Path file = held.in(library.folder());
    try {
      if (Files.size(file) == held.bytes() && outlet.add(held.path(), file).equals(held.sha256())) {
        take(held);
        copied++;
      } else {
        lose(held, "is not what was stored");
      }
    } catch (NoSuchFileException e) {
      if (isNamed(held)) {
        lose(held, "is missing");
      } else {
        pruned.add(held);
      }
    }
  }

  /** As the library itself has, since its database was copied. */
  private void forgetPruned(Database copy) {
    copy.useTransaction(
        session -> {
          InventoryStore store = new InventoryStore(session);
          pruned.forEach(held -> store.forget(held.path()));
        });
    for (Held held : pruned) {
      String folder = held.path().substring(0, held.path().lastIndexOf('/') + 1);
      sums.keySet().removeIf(path -> path.startsWith("editions/") && path.startsWith(folder));
    }
  }

  private void take(Held held) {
    sums.put(held.path(), held.sha256());
    bytes += held.bytes();
  }

  private void lose(Held held, String how) {
    lost.add(
        "%s %s in the library, so the backup lacks it; “capsula verify” says more."
            .formatted(held.path(), how));
  }

  private boolean isNamed(Held held) {
    return library.database().look(session -> new InventoryStore(session).isNamed(held.path()));
  }

  private void label(String version, Instant now) throws IOException {
    Sums all = new Sums(sums);
    outlet.add(Sums.NAME, all.text());
    Label label =
        new Label(
            1,
            Label.KIND,
            now.toString(),
            version,
            Schema.version(),
            sums.size(),
            bytes,
            all.sha256());
    outlet.add(Label.NAME, label.text());
  }
}
