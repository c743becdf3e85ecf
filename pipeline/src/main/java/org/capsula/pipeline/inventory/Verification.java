package org.capsula.pipeline.inventory;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.capsula.pipeline.inventory.Damage.Kind;
import org.capsula.pipeline.library.LibraryView;
import org.capsula.pipeline.storage.Sha256;

/**
 * Reads all that the database names in storage, and compares. The library may be in use: what looks
 * wrong is looked at once more at the end, and is no damage where the database names it no more.
 */
public final class Verification {
  private final LibraryView library;
  private final Watcher watcher;

  public Verification(LibraryView library, Watcher watcher) {
    this.library = library;
    this.watcher = watcher;
  }

  /**
   * What was looked at.
   *
   * @param files that the database names
   * @param bytes of those files
   */
  public record Tally(long files, long bytes) {}

  /**
   * @param tell is given what is wrong, file by file
   */
  public Tally run(Consumer<Damage> tell) throws IOException {
    for (String fault : library.database().faults()) {
      tell.accept(new Damage(Kind.DATABASE, "capsula.db", List.of(), fault));
    }
    List<Held> all = library.database().look(session -> new InventoryStore(session).all());
    long bytes = all.stream().mapToLong(Held::bytes).sum();
    List<Held> doubtful = new ArrayList<>();
    long done = 0;
    for (Held held : all) {
      watcher.at("reading", done, bytes);
      if (fault(held).isPresent()) {
        doubtful.add(held);
      }
      done += held.bytes();
    }
    doubtful.forEach(held -> stillWrong(held).ifPresent(tell));
    unknown(all).forEach(tell);
    return new Tally(all.size(), bytes);
  }

  /** Pruned meanwhile, or aside for the moment in which that was decided, is no damage. */
  private Optional<Damage> stillWrong(Held held) {
    return named(held.path()) ? fault(held) : Optional.empty();
  }

  private boolean named(String path) {
    return library.database().look(session -> new InventoryStore(session).isNamed(path));
  }

  private Optional<Damage> fault(Held held) {
    Path file = held.in(library.folder());
    try {
      boolean same = Files.size(file) == held.bytes() && Sha256.of(file).equals(held.sha256());
      return same ? Optional.empty() : Optional.of(damage(Kind.CHANGED, held, ""));
    } catch (NoSuchFileException e) {
      return Optional.of(damage(Kind.MISSING, held, ""));
    } catch (IOException e) {
      return Optional.of(damage(Kind.UNREADABLE, held, reason(e)));
    }
  }

  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException refused ? refused.getReason() : e.getMessage();
    return Objects.requireNonNullElse(reason, e.getClass().getSimpleName());
  }

  private Damage damage(Kind kind, Held held, String reason) {
    List<String> capsules =
        library.database().look(session -> new InventoryStore(session).capsules(held.path()));
    return new Damage(kind, held.path(), capsules, reason);
  }

  /** Of an edition that nothing names, its folder alone. */
  private List<Damage> unknown(List<Held> all) throws IOException {
    Set<String> known = new HashSet<>();
    for (Held held : all) {
      known.add(held.path());
      known.add(folder(held.path()));
    }
    Set<String> unknown = new TreeSet<>();
    for (String path : stored()) {
      // Asked again: it may have come in since.
      if (!known.contains(path) && !named(path)) {
        boolean strange = Held.isOfEdition(path) && !known.contains(folder(path));
        unknown.add(strange ? folder(path) : path);
      }
    }
    return unknown.stream()
        .filter(path -> Files.exists(library.folder().resolve(path)))
        .map(path -> new Damage(Kind.UNKNOWN, path, List.of(), ""))
        .toList();
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private List<String> stored() throws IOException {
    List<String> stored = new ArrayList<>();
    for (String root : List.of("files", "editions")) {
      if (Files.isDirectory(library.folder().resolve(root))) {
        Files.walkFileTree(library.folder().resolve(root), new Finder(stored));
      }
    }
    return stored;
  }

  private final class Finder extends SimpleFileVisitor<Path> {
    private final List<String> stored;

    Finder(List<String> stored) {
      this.stored = stored;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      stored.add(library.folder().relativize(file).toString().replace('\\', '/'));
      return FileVisitResult.CONTINUE;
    }

    /** Removed while it was looked at. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }
  }
}
