package org.capsula.pipeline.storage;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Takes out of storage what nothing names. Each is first moved aside under one rename, and only
 * then is asked for the last time whether it may go: who looks for it from that moment on does not
 * find it and makes it anew, and who found it before has left a trace, so it comes back.
 */
public final class Disposal {
  private final Storage storage;

  public Disposal(Storage storage) {
    this.storage = storage;
  }

  /** The SHA-256 of every stored file. */
  public List<String> files() throws IOException {
    try (Stream<Path> found = Files.walk(storage.folder("files"), /* maxDepth= */ 2)) {
      return found
          .filter(file -> file.getFileName().toString().length() == 64)
          .map(file -> file.getFileName().toString())
          .toList();
    }
  }

  /** Whether the file was stored, or found stored, after this; not where there is none. */
  public boolean wasWanted(String sha256, Instant since) throws IOException {
    return wasTouched(storage.file(sha256), since);
  }

  private static boolean wasTouched(Path file, Instant since) throws IOException {
    try {
      return !Files.getLastModifiedTime(file).toInstant().isBefore(since);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /**
   * @param since stays where somebody has wanted it since then
   * @param unnamed asked once it is aside
   * @return whether there is no such file any more
   */
  public boolean removeFile(String sha256, Instant since, BooleanSupplier unnamed)
      throws IOException {
    Path place = storage.file(sha256);
    return remove(place, held -> !wasTouched(held, since) && unnamed.getAsBoolean());
  }

  /**
   * @param unnamed asked once it is aside
   * @return whether there is no such edition any more
   */
  public boolean removeEdition(String id, BooleanSupplier unnamed) throws IOException {
    return remove(storage.edition(id), held -> unnamed.getAsBoolean());
  }

  private boolean remove(Path place, Last question) throws IOException {
    if (!Files.exists(place)) {
      return true;
    }
    try (PartialFolder aside = PartialFolder.ofLibrary(storage.work())) {
      Path held = aside.content().resolve(place.getFileName());
      Durably.rename(place, held);
      boolean gone = false;
      try {
        gone = question.mayGo(held);
      } finally {
        if (!gone && !Files.exists(place)) {
          Durably.rename(held, place);
        }
      }
      return gone;
    }
  }

  /** What was noted of recipes that gave this edition: the next attempt makes it again. */
  public void forgetNotes(String editionId) throws IOException {
    try (Stream<Path> notes = Files.list(storage.folder("recipes"))) {
      for (Path note : notes.toList()) {
        // A note is JSON that names its edition; 128 random bits stand nowhere else by chance.
        if (Files.readString(note).contains(editionId)) {
          Files.deleteIfExists(note);
        }
      }
    }
  }

  /** Of a file, or of all files in a folder; 0 where there is none. */
  public static long bytes(Path root) throws IOException {
    AtomicLong sum = new AtomicLong();
    if (Files.exists(root)) {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              sum.addAndGet(attributes.size());
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return sum.get();
  }

  private interface Last {
    boolean mayGo(Path held) throws IOException;
  }
}
