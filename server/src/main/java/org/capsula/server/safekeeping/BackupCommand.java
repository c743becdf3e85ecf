package org.capsula.server.safekeeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.capsula.pipeline.backup.Backup;
import org.capsula.pipeline.backup.Made;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.library.LibraryView;
import org.capsula.server.console.Console;
import org.capsula.server.console.ExitStatus;
import org.capsula.server.console.ProgressLine;
import org.capsula.server.serve.Failures;
import org.capsula.server.serve.LibraryOption;
import org.capsula.server.system.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code capsula backup}. */
@Command(
    name = "backup",
    description =
        "Copies a library while it is in use: its database as of one moment, and every file that it"
            + " names. Uploads under way are left out. “sha256sum -c SHA256SUMS” checks the copy,"
            + " “capsula restore” puts it back.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the backup is complete",
      "1:it was made, and lacks what the library itself has lost",
      "2:the command was used wrongly, or the library is of another version",
      "3:the machine failed: disk full; nothing is left behind"
    })
public final class BackupCommand implements Callable<Integer> {
  private static final String STREAM = "-";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR|FILE.tar|FILE.tar.gz|-",
      description =
          "A folder, in which another backup copies only what is new; a tar; or - for a tar on"
              + " standard output. What stands there is replaced when the new one is complete.")
  private String target = "";

  @Mixin private LibraryOption library = new LibraryOption();

  private final Clock clock;
  private final Console console;

  public BackupCommand(Clock clock, Console console) {
    this.clock = clock;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return Failures.told(console, this::backUp);
  }

  private int backUp() throws UsageException {
    if (target.isBlank() || target.endsWith(".zst") || target.endsWith(".zip")) {
      throw new UsageException(
          "--to takes a folder, FILE.tar or FILE.tar.gz; for another form use --to - and let its"
              + " own program write it, as in “capsula backup --to - | zstd -o capsula.tar.zst”.");
    }
    if (library.isShared()) {
      throw new UsageException(
          "What is in PostgreSQL is copied by its own program. First “pg_dump --format=custom"
              + " --file=capsula.dump NAME”, then copy files, editions and database-id of the"
              + " library's folder: what the one names the other has.");
    }
    Path place = Path.of(target);
    try (LibraryView view = library.view()) {
      Made made = copy(view, place);
      made.lost().forEach(console::error);
      String said =
          "%s of %s in %s, %d of them new."
              .formatted(
                  Amount.of(made.files(), made.bytes()),
                  view.folder(),
                  isStream() ? "the stream" : place.toAbsolutePath().normalize(),
                  made.copied());
      if (isStream()) {
        console.error(said);
      } else {
        console.result(said);
      }
      return made.lost().isEmpty() ? ExitStatus.DONE : ExitStatus.REFUSED;
    } catch (IOException e) {
      console.error(DiskTrouble.sentence(place, "--to", e));
      return ExitStatus.MACHINE;
    }
  }

  private boolean isStream() {
    return target.equals(STREAM);
  }

  private Made copy(LibraryView view, Path place) throws IOException, UsageException {
    try (ProgressLine line = console.progress("backup")) {
      Backup backup = new Backup(view, Bar.on(line), Version.CURRENT);
      if (!isStream()) {
        return backup.to(place, clock.instant());
      }
      Path scratch = Files.createTempDirectory("capsula");
      try {
        Made made = backup.to(console.out(), scratch, clock.instant());
        if (console.out().checkError()) {
          throw new IOException("whoever was to take the backup has gone");
        }
        return made;
      } finally {
        Files.deleteIfExists(scratch);
      }
    }
  }
}
