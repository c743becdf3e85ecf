package org.capsula.server.safekeeping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.capsula.pipeline.backup.RefusedBackupException;
import org.capsula.pipeline.backup.Restoration;
import org.capsula.pipeline.backup.Restoration.Restored;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.server.console.Console;
import org.capsula.server.console.ExitStatus;
import org.capsula.server.console.ProgressLine;
import org.capsula.server.serve.Failures;
import org.capsula.server.serve.LibraryOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code capsula restore}. */
@Command(
    name = "restore",
    description =
        "Makes a library of a backup, in a folder that is empty or not there yet. Everything is"
            + " checked before any of it is seen. Accounts, passwords and tokens are as they were;"
            + " sessions and links are ended, and uploads that were under way begin again.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the library is there, whole",
      "1:the backup was refused and nothing is left behind; or it lacked files, which are named",
      "2:the command was used wrongly: the library's folder is not empty, there is no backup",
      "3:the machine failed: disk full; nothing is left behind"
    })
public final class RestoreCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "BACKUP",
      description = "A folder, a tar, zipped or not, or - for one on standard input.")
  private String backup = "";

  @Mixin private LibraryOption library = new LibraryOption();

  private final Console console;

  public RestoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return Failures.told(console, this::restore);
  }

  private int restore() throws UsageException {
    if (library.isShared()) {
      throw new UsageException(
          "What was in PostgreSQL is put back by its own program: “createdb --template=template0"
              + " --encoding=UTF8 --locale=C NAME”, “pg_restore --dbname=NAME capsula.dump”; then"
              + " copy files, editions and database-id into the library's folder.");
    }
    Path home = library.folder;
    try {
      Restored restored = read(home);
      restored
          .lacking()
          .forEach(
              path ->
                  console.error(path + " was lost before the backup, and is missing here too."));
      console.result(
          Amount.of(restored.files(), restored.bytes())
              + " are the library "
              + home.toAbsolutePath().normalize()
              + " now; everybody signs in again.");
      return restored.lacking().isEmpty() ? ExitStatus.DONE : ExitStatus.REFUSED;
    } catch (RefusedBackupException e) {
      console.error("The backup " + backup + " is refused: " + e.getMessage());
      return ExitStatus.REFUSED;
    } catch (IOException e) {
      console.error(DiskTrouble.sentence(home, "--library", e));
      return ExitStatus.MACHINE;
    }
  }

  private Restored read(Path home) throws IOException, RefusedBackupException, UsageException {
    try (ProgressLine line = console.progress("restore")) {
      Restoration restoration = new Restoration(Bar.on(line));
      return backup.equals("-")
          ? restoration.from(System.in, home)
          : restoration.from(Path.of(backup), home);
    }
  }
}
