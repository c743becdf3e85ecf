package org.capsula.pipeline.delivery;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.capsula.pipeline.delivery.DeliveryScan.Stray;
import org.capsula.pipeline.library.Library;
import org.jspecify.annotations.Nullable;

/**
 * Collects the files of a folder and the folders within it. What cannot be opened costs itself
 * alone. Links are followed within the folder: whoever may put files there need not be one who may
 * read all of this machine.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {
  /** What systems leave in folders. */
  private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini", "__macosx");

  /** How browsers and copying programs call what they have not finished. */
  private static final Set<String> UNFINISHED =
      Set.of("part", "partial", "filepart", "crdownload", "download", "tmp");

  private final Path root;
  private final Path realRoot;
  private final List<Path> files = new ArrayList<>();
  private final List<Stray> strays = new ArrayList<>();

  private FolderWalk(Path root) throws IOException {
    this.root = root;
    realRoot = root.toRealPath();
  }

  /**
   * @throws IOException where the folder itself cannot be read
   */
  static FolderWalk of(Path folder) throws IOException {
    FolderWalk walk = new FolderWalk(folder);
    Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    Collections.sort(walk.files);
    return walk;
  }

  /** Sorted; all of them regular files when they were looked at. */
  List<Path> files() {
    return files;
  }

  List<Stray> strays() {
    return strays;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes seen) {
    if (!folder.equals(root) && isPassedOver(folder)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    String reason = null;
    if (!folder.equals(root) && Files.isSymbolicLink(folder)) {
      reason = "is a link to a folder and is left out; name that folder itself.";
    } else if (Library.isIn(folder)) {
      reason = "is a library of Capsula, no delivery, and is left out.";
    } else if (Files.exists(folder.resolve("multivariant.m3u8"))) {
      reason = "holds a film that is made already, no footage, and is left out.";
    }
    if (reason != null) {
      stray(folder, reason);
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes seen) {
    if (isPassedOver(file)) {
      return FileVisitResult.CONTINUE;
    }
    if (seen.isSymbolicLink()) {
      stray(file, "is a link that leads nowhere.");
    } else if (!seen.isRegularFile()) {
      stray(file, "is a device or a pipe, no file, and is left out.");
    } else if (UNFINISHED.contains(DeliveryScan.extension(file))) {
      stray(file, "is not copied to its end, by its name; it is taken under its own name.");
    } else if (leadsOut(file)) {
      stray(file, "is a link that leads out of this folder; put the file itself here.");
    } else {
      files.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean leadsOut(Path file) {
    try {
      return Files.isSymbolicLink(file) && !file.toRealPath().startsWith(realRoot);
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (file.equals(root)) {
      throw e;
    }
    // What is gone since the folder was read was on its way.
    if (!isPassedOver(file) && !(e instanceof NoSuchFileException)) {
      stray(file, "cannot be opened and is left out; check its permissions.");
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
      throws IOException {
    return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
  }

  private static boolean isPassedOver(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") || LITTER.contains(name.toLowerCase(Locale.ROOT));
  }

  private void stray(Path file, String reason) {
    strays.add(new Stray(file, file + ": " + reason));
  }
}
