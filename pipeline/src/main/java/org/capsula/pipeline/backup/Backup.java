package org.capsula.pipeline.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.inventory.Watcher;
import org.capsula.pipeline.library.LibraryView;
import org.capsula.pipeline.storage.PartialFolder;

/**
 * Copies a library while it is in use. The database is copied first, as of one moment; what it
 * names in storage never changes, so it can be copied after that in peace.
 */
public final class Backup {
  private final LibraryView library;
  private final Watcher watcher;
  private final String version;

  /**
   * @param version of this program
   */
  public Backup(LibraryView library, Watcher watcher, String version) {
    this.library = library;
    this.watcher = watcher;
    this.version = version;
  }

  /**
   * To a folder or a file, which appears when it is complete; what stood there is gone only then.
   *
   * @throws UsageException where something else stands there
   * @throws IOException where the disk is full, say
   */
  public Made to(Path target, Instant now) throws IOException, UsageException {
    Path place = target.toAbsolutePath().normalize();
    requireApart(place);
    Map<String, String> older = Older.sums(place);
    Path parent = Objects.requireNonNullElse(place.getParent(), place);
    try (PartialFolder aside = PartialFolder.in(parent)) {
      if (Target.of(place) == Target.FOLDER) {
        Outlet outlet = new FolderOutlet(aside.content(), place, older);
        Made made = copy(outlet, aside.scratch(), now);
        aside.sync();
        aside.moveTo(place);
        return made;
      }
      Path file = aside.content().resolve("backup");
      Made made;
      try (OutputStream out = Files.newOutputStream(file);
          Outlet outlet = new TarOutlet(out, Target.of(place) == Target.TAR_GZ)) {
        made = copy(outlet, aside.scratch(), now);
      }
      aside.moveTo(place, "backup");
      return made;
    }
  }

  /**
   * As a tar, for another program to take. The caller closes the stream.
   *
   * @param scratch for the copy of the database; is empty again afterwards
   */
  public Made to(OutputStream out, Path scratch, Instant now) throws IOException {
    try (Outlet outlet = new TarOutlet(new Unclosed(out), /* zipped= */ false)) {
      return copy(outlet, scratch, now);
    } finally {
      Files.deleteIfExists(scratch.resolve(Sums.DATABASE));
    }
  }

  private Made copy(Outlet outlet, Path scratch, Instant now) throws IOException {
    return new Copying(library, outlet, watcher).run(scratch, version, now);
  }

  /** Else it would be copied into itself, or take the place of what it copies. */
  private void requireApart(Path place) throws UsageException {
    Path home = library.folder();
    if (place.startsWith(home) || home.startsWith(place)) {
      throw new UsageException(
          "The backup " + place + " and the library " + home + " overlap; choose another --to.");
    }
    if (Target.of(place) != Target.FOLDER && Files.isDirectory(place)) {
      throw new UsageException(place + " is a folder; name a file with --to.");
    }
  }

  /** A tar fills its last block when it is closed. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    /** In one go: by itself this class writes byte by byte. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /** What stands where a folder is to come. */
  private static final class Older {
    private Older() {}

    static Map<String, String> sums(Path place) throws IOException, UsageException {
      if (Target.of(place) != Target.FOLDER || isEmpty(place)) {
        return Map.of();
      }
      try {
        Label.read(Files.readString(place.resolve(Label.NAME)));
        return Sums.read(Files.readString(place.resolve(Sums.NAME))).byPath();
      } catch (NoSuchFileException | CharacterCodingException | RefusedBackupException e) {
        throw strange(place);
      } catch (IOException e) {
        if (Files.isDirectory(place)) {
          throw e;
        }
        throw strange(place);
      }
    }

    private static UsageException strange(Path place) {
      return new UsageException(
          place
              + " is not empty, and no backup of Capsula's that could be replaced; choose another"
              + " --to.");
    }

    private static boolean isEmpty(Path place) throws IOException {
      if (!Files.exists(place)) {
        return true;
      }
      if (!Files.isDirectory(place)) {
        return false;
      }
      try (Stream<Path> entries = Files.list(place)) {
        return entries.findAny().isEmpty();
      }
    }
  }
}
