package org.capsula.pipeline.upkeep;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.Disposal;
import org.capsula.pipeline.storage.Storage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what has been unused for long enough: editions that were replaced, footage and texts of
 * capsules that are gone or have others now. It notes when it first sees something unused, and
 * counts from there; so whatever happens in between, nothing goes before its time, and what is used
 * again begins anew.
 */
public final class Pruning {
  /** Somebody may be watching an old edition, or have replaced footage by mistake. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** Whoever has stored a file, or found it stored, has named it in the database by then. */
  private static final Duration ARRIVING = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(Pruning.class);

  private final Database database;
  private final Storage storage;
  private final Disposal disposal;
  private final Duration kept;

  public Pruning(Library library, Duration kept) {
    this.database = library.database();
    this.storage = library.storage();
    this.disposal = new Disposal(storage);
    this.kept = kept;
  }

  /** What would be removed, and when, as far as is known now; what goes first stands first. */
  public List<Unused> planned() throws IOException {
    List<Unused> planned = new ArrayList<>();
    for (Unused.Kind kind : Unused.Kind.values()) {
      Map<String, Instant> since = database.look(session -> new UnusedStore(session).since(kind));
      Map<String, UnusedStore.Known> known =
          database.look(session -> new UnusedStore(session).known(kind));
      for (UnusedStore.Known item : known.values()) {
        Instant first = since.get(item.name());
        if (first != null) {
          planned.add(unused(kind, item, first));
        }
      }
    }
    planned.sort(Comparator.comparing(Unused::goesAt).thenComparing(Unused::name));
    return planned;
  }

  private Unused unused(Unused.Kind kind, UnusedStore.Known item, Instant since)
      throws IOException {
    Long bytes = item.bytes();
    return new Unused(
        kind,
        item.name(),
        bytes == null ? onDisk(kind, item.name()) : bytes,
        item.slug(),
        since,
        since.plus(kept));
  }

  private long onDisk(Unused.Kind kind, String name) throws IOException {
    return Disposal.bytes(kind == Unused.Kind.EDITION ? storage.edition(name) : storage.file(name));
  }

  /**
   * Notes what is unused now, and removes what has been for long enough. What cannot be removed
   * keeps nothing else from going.
   *
   * @throws IOException of the first that could not be removed, with the others suppressed
   */
  public void run(Instant now) throws IOException {
    note(now);
    IOException failure = null;
    for (Unused unused : planned()) {
      try {
        if (!unused.goesAt().isAfter(now)) {
          remove(unused, now);
        }
      } catch (IOException e) {
        LOG.warn("{} {} could not be removed", unused.kind().word(), unused.name(), e);
        failure = joined(failure, e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static IOException joined(@Nullable IOException first, IOException next) {
    if (first == null) {
      return next;
    }
    first.addSuppressed(next);
    return first;
  }

  /** What stands in storage and has no row, too: of an attempt that came too late, or a crash. */
  private void note(Instant now) throws IOException {
    List<String> storedEditions = storage.editions();
    List<String> storedFiles = quiet(disposal.files(), now);
    database.useTransaction(
        session -> {
          UnusedStore store = new UnusedStore(session);
          Set<String> editions = store.unusedEditions();
          editions.addAll(without(storedEditions, store.editions()));
          store.note(Unused.Kind.EDITION, editions, now);
          Set<String> files = store.unusedFiles();
          files.addAll(without(storedFiles, store.files()));
          store.note(Unused.Kind.FILE, files, now);
        });
  }

  private List<String> quiet(List<String> files, Instant now) throws IOException {
    List<String> quiet = new ArrayList<>();
    for (String file : files) {
      if (!disposal.wasWanted(file, now.minus(ARRIVING))) {
        quiet.add(file);
      }
    }
    return quiet;
  }

  private static Set<String> without(List<String> stored, Set<String> named) {
    Set<String> rest = new HashSet<>(stored);
    rest.removeAll(named);
    return rest;
  }

  private void remove(Unused unused, Instant now) throws IOException {
    boolean gone =
        unused.kind() == Unused.Kind.EDITION
            ? removeEdition(unused.name())
            : removeFile(unused.name(), now);
    if (gone) {
      database.useTransaction(
          session -> new UnusedStore(session).drop(unused.kind(), unused.name()));
      LOG.info("{} {} was unused and is removed", unused.kind().word(), unused.name());
    }
  }

  /**
   * In this order: without its notes no attempt that begins now takes it for its own result; the
   * rows go only while no attempt is under way; and should one have begun and ended since, the
   * folder comes back.
   */
  private boolean removeEdition(String id) throws IOException {
    disposal.forgetNotes(id);
    boolean forgotten =
        database.inTransaction(session -> new UnusedStore(session).forgetEdition(id));
    BooleanSupplier unnamed =
        () ->
            database.look(
                session -> {
                  UnusedStore store = new UnusedStore(session);
                  return !store.isProducing() && !store.isEdition(id);
                });
    return forgotten && disposal.removeEdition(id, unnamed);
  }

  /** Somebody may just be handing in the same bytes again, and have found them stored. */
  private boolean removeFile(String sha256, Instant now) throws IOException {
    Instant quiet = now.minus(ARRIVING);
    if (disposal.wasWanted(sha256, quiet)) {
      return false;
    }
    boolean forgotten =
        database.inTransaction(session -> new UnusedStore(session).forgetFile(sha256));
    BooleanSupplier unnamed =
        () -> !database.<Boolean>look(session -> new UnusedStore(session).isFile(sha256));
    return forgotten && disposal.removeFile(sha256, quiet, unnamed);
  }
}
