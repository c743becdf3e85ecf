package org.capsula.pipeline.upkeep;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.storage.Disposal;
import org.jspecify.annotations.Nullable;

/** What the library takes of its disk, and how long that goes well. */
public final class Disk {
  /** Long enough to level out a busy week, short enough to notice a new habit. */
  private static final Duration WATCHED = Duration.ofDays(56);

  /** Folders of the library that the database says nothing of, but for downloads. */
  private static final List<String> UNDER_WAY = List.of("uploads", "work", "incoming");

  private final Path folder;
  private final Database database;
  private final Pruning pruning;
  private final Clock clock;

  /** Null before the first sample of this program. */
  private volatile @Nullable DiskUse last;

  public Disk(Library library, Pruning pruning, Clock clock) {
    this.folder = library.folder();
    this.database = library.database();
    this.pruning = pruning;
    this.clock = clock;
  }

  public DiskUse use() throws IOException {
    DiskUseStore.Sums sums = database.look(session -> new DiskUseStore(session).sums());
    long underWay = 0;
    for (String name : UNDER_WAY) {
      underWay += Disposal.bytes(folder.resolve(name));
    }
    return new DiskUse(
        sums.footage(),
        sums.editions(),
        sums.texts(),
        pruning.planned().stream().mapToLong(Unused::bytes).sum(),
        Disposal.bytes(folder.resolve("downloads")),
        underWay,
        data());
  }

  /** The database, its log, and the copies of it that older programs left. */
  private long data() throws IOException {
    long sum = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> name(file).startsWith("capsula.db")).toList()) {
        sum += Disposal.bytes(file);
      }
    }
    return sum;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** To be done about once a day. */
  public void sample(Instant now) throws IOException {
    String day = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    DiskUse measured = use();
    last = measured;
    DiskUseStore.Sample sample =
        new DiskUseStore.Sample(day, now, measured.total(), disk().getUsableSpace());
    database.useTransaction(session -> new DiskUseStore(session).save(sample));
  }

  /** As it was at the last sample: measuring takes a look at many files. */
  public Optional<DiskUse> lastUse() {
    return Optional.ofNullable(last);
  }

  /** What this program may still write; null where the disk does not say. */
  public @Nullable Long freeBytes() {
    try {
      return disk().getUsableSpace();
    } catch (IOException e) {
      return null;
    }
  }

  /** Of the whole disk, whoever uses it; null where it does not say. */
  public @Nullable Long totalBytes() {
    try {
      return disk().getTotalSpace();
    } catch (IOException e) {
      return null;
    }
  }

  public DiskForecast forecast() throws IOException {
    Instant start = clock.instant().minus(WATCHED);
    OptionalLong growth =
        Growth.aWeek(database.look(session -> new DiskUseStore(session).since(start)));
    FileStore disk = disk();
    long free = disk.getUsableSpace();
    Long aWeek = growth.isPresent() ? growth.getAsLong() : null;
    return new DiskForecast(use(), free, disk.getTotalSpace(), aWeek, weeksLeft(free, aWeek));
  }

  static @Nullable Long weeksLeft(long free, @Nullable Long aWeek) {
    return aWeek == null || aWeek <= 0 ? null : free / aWeek;
  }

  private FileStore disk() throws IOException {
    return Files.getFileStore(folder);
  }
}
