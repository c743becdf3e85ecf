package org.capsula.pipeline.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The library's files. Everything is written aside, brought to the disk, and renamed to the hash of
 * its bytes; the database names it only then. So a name that exists is whole, and a crash leaves
 * nothing but leavings in {@code incoming}.
 *
 * <pre>
 * files/3f/3fa4…      footage, subtitles, documents; by the SHA-256 of their bytes
 * editions/9c0e…/     a production's result; by the hash of its files' hashes
 * recipes/77b1…       what a recipe over a footage gave; by the hash of both
 * downloads/…         films as one file, made on request; may be deleted
 * work/               productions under way
 * incoming/           files under way
 * uploads/…/          files that come in over days, a folder each; they outlive the program
 * </pre>
 */
public final class Storage {
  private final Path root;

  private Storage(Path root) {
    this.root = root;
  }

  /**
   * Nobody else may be writing there: what lies in {@code incoming} and {@code work} is taken for
   * leavings.
   */
  public static Storage in(Path root) throws IOException {
    Storage storage = withFolders(root);
    try (Stream<Path> left = Files.list(root.resolve("incoming"))) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
    PartialFolder.removeAll(storage.work());
    return storage;
  }

  /** For looking only, beside the program that writes there. */
  public static Storage readOnly(Path root) {
    return new Storage(root);
  }

  /**
   * Where other programs are writing: of their productions only those that are gone are removed.
   */
  public static Storage beside(Path root) throws IOException {
    Storage storage = withFolders(root);
    PartialFolder.removeAbandoned(storage.work());
    return storage;
  }

  private static Storage withFolders(Path root) throws IOException {
    for (String folder :
        new String[] {"files", "editions", "recipes", "downloads", "work", "incoming", "uploads"}) {
      Files.createDirectories(root.resolve(folder));
    }
    return new Storage(root);
  }

  /**
   * @throws ChangedException where it changes meanwhile; nothing of it is kept
   */
  public StoredFile store(Path source) throws IOException {
    Stamp before = Stamp.of(source);
    try (InputStream in = Files.newInputStream(source)) {
      return store(in, bytes -> before.requireStill(source, bytes));
    }
  }

  public StoredFile store(String text) throws IOException {
    return store(text.getBytes(StandardCharsets.UTF_8));
  }

  public StoredFile store(byte[] bytes) throws IOException {
    return store(new ByteArrayInputStream(bytes), length -> {});
  }

  /**
   * The stored file of the same bytes. Reads all of the source, and writes nothing.
   *
   * @throws ChangedException where it changes meanwhile
   */
  public Optional<StoredFile> find(Path source) throws IOException {
    Stamp before = Stamp.of(source);
    String sha256 = Sha256.of(source);
    before.requireStill(source, before.bytes());
    return isThere(sha256)
        ? Optional.of(new StoredFile(sha256, before.bytes(), false))
        : Optional.empty();
  }

  private StoredFile store(InputStream in, Check check) throws IOException {
    Path aside = root.resolve("incoming").resolve(UUID.randomUUID().toString());
    try {
      MessageDigest digest = Sha256.digest();
      long bytes;
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(aside), digest)) {
        bytes = in.transferTo(out);
      }
      check.accept(bytes);
      String sha256 = Sha256.hex(digest);
      Path place = file(sha256);
      if (isThere(sha256)) {
        return new StoredFile(sha256, bytes, false);
      }
      Durably.sync(aside);
      createFolder(Durably.parent(place));
      Durably.rename(aside, place);
      return new StoredFile(sha256, bytes, true);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /**
   * Whoever asks is about to name it, so it is marked as wanted: {@link Disposal} leaves alone what
   * was wanted lately.
   */
  private boolean isThere(String sha256) throws IOException {
    try {
      // Files have the time of the machine, and so must what is compared with them.
      Files.setLastModifiedTime(file(sha256), FileTime.from(Clock.systemUTC().instant()));
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /**
   * Takes in a file on this disk that is there for good, without a copy. It is gone from where it
   * was.
   *
   * @param sha256 of its bytes
   */
  public StoredFile adopt(Path file, String sha256) throws IOException {
    long bytes = Files.size(file);
    Path place = file(sha256);
    if (isThere(sha256)) {
      Files.delete(file);
      return new StoredFile(sha256, bytes, false);
    }
    createFolder(Durably.parent(place));
    Durably.rename(file, place);
    // It has the time of its last byte, and may have waited since.
    return new StoredFile(sha256, bytes, isThere(sha256));
  }

  /** What storage holds under this name. */
  public Optional<StoredFile> stored(String sha256) throws IOException {
    Path place = file(sha256);
    return isThere(sha256)
        ? Optional.of(new StoredFile(sha256, Files.size(place), false))
        : Optional.empty();
  }

  /** Where uploads grow: on the same disk, so that taking one in is a rename. */
  public Path uploads() {
    return root.resolve("uploads");
  }

  private static void createFolder(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
      Durably.syncFolder(Durably.parent(folder));
    } catch (FileAlreadyExistsException e) {
      // Another file with the same first letters made it.
    }
  }

  public Path file(String sha256) {
    return root.resolve("files").resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  public Path edition(String id) {
    return root.resolve("editions").resolve(id);
  }

  public Path download(String key) {
    return root.resolve("downloads").resolve(key + ".mp4");
  }

  /** Takes a finished file in. */
  public void adoptDownload(Path made, Path place) throws IOException {
    Durably.sync(made);
    Durably.rename(made, place);
  }

  /** Says when it was last asked for; once a day is often enough. */
  public void rememberDownload(Path file, Instant now) throws IOException {
    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(Duration.ofDays(1)))) {
      Files.setLastModifiedTime(file, FileTime.from(now));
    }
  }

  /**
   * Deletes those that nobody has asked for since, and the longest unused ones where all together
   * would take more than a quarter of the space there is for them.
   *
   * @param coming bytes of one that is about to be made
   */
  public synchronized void forgetDownloads(Instant since, long coming) throws IOException {
    NavigableMap<FileTime, List<Path>> byUse = new TreeMap<>();
    long used = 0;
    try (Stream<Path> files = Files.list(root.resolve("downloads"))) {
      for (Path file : files.toList()) {
        used += Files.size(file);
        byUse.computeIfAbsent(Files.getLastModifiedTime(file), any -> new ArrayList<>()).add(file);
      }
    }
    long left = (used + freeBytes()) / 4 - coming;
    for (Map.Entry<FileTime, List<Path>> entry : byUse.descendingMap().entrySet()) {
      for (Path file : entry.getValue()) {
        left -= Files.size(file);
        if (left < 0 || entry.getKey().toInstant().isBefore(since)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Where productions work: on the same disk, so that their results can be renamed into place. */
  public Path work() {
    return root.resolve("work");
  }

  /**
   * Takes a finished folder in.
   *
   * @return whether it is new; the same files may have come to be before
   */
  public boolean adoptEdition(Path folder, String id) throws IOException {
    if (Files.exists(edition(id))) {
      return false;
    }
    Durably.syncAll(folder);
    try {
      Durably.rename(folder, edition(id));
    } catch (FileSystemException e) {
      if (Files.exists(edition(id))) {
        // Another attempt was quicker by a moment.
        return false;
      }
      throw e;
    }
    return true;
  }

  /** The ids of all that were taken in. */
  public List<String> editions() throws IOException {
    try (Stream<Path> found = Files.list(root.resolve("editions"))) {
      return found.map(folder -> folder.getFileName().toString()).toList();
    }
  }

  /** It is gone at once: a program that is killed here leaves no half of it under its name. */
  public void removeEdition(String id) throws IOException {
    try (PartialFolder aside = PartialFolder.ofLibrary(work())) {
      Durably.rename(edition(id), aside.content().resolve(id));
    }
  }

  /** What was noted of a recipe's result before. */
  public Optional<String> note(String recipe) throws IOException {
    Path note = place(recipe);
    return Files.exists(note) ? Optional.of(Files.readString(note)) : Optional.empty();
  }

  /** For the attempt after a crash: it need not do again what this one has finished. */
  public void keepNote(String recipe, String note) throws IOException {
    Path aside = root.resolve("incoming").resolve(UUID.randomUUID().toString());
    Files.writeString(aside, note);
    Durably.sync(aside);
    Durably.rename(aside, place(recipe));
  }

  private Path place(String recipe) {
    return root.resolve("recipes").resolve(Sha256.of(recipe));
  }

  /** One of the folders that are listed above. */
  Path folder(String name) {
    return root.resolve(name);
  }

  /** Bytes that this program may still write. */
  public long freeBytes() throws IOException {
    return Files.getFileStore(root).getUsableSpace();
  }

  /** Of the source, once its bytes are read. */
  private interface Check {
    void accept(long bytes) throws IOException;
  }
}
