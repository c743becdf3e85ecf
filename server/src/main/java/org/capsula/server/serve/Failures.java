package org.capsula.server.serve;

import java.util.concurrent.Callable;
import org.capsula.pipeline.database.DatabaseException;
import org.capsula.pipeline.database.SchemaException;
import org.capsula.pipeline.delivery.StorageException;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.library.LibraryException;
import org.capsula.server.console.Console;
import org.capsula.server.console.ExitStatus;
import org.capsula.server.http.jetty.CannotListenException;

/** What may keep a command from working, as a sentence and a status. */
public final class Failures {
  private Failures() {}

  public static int told(Console console, Callable<Integer> command) throws Exception {
    try {
      return command.call();
    } catch (UsageException e) {
      console.error(e.sentence());
      return ExitStatus.USAGE;
    } catch (SchemaException e) {
      console.error(String.valueOf(e.getMessage()));
      return ExitStatus.USAGE;
    } catch (LibraryException | DatabaseException | StorageException e) {
      console.error(String.valueOf(e.getMessage()));
      return ExitStatus.MACHINE;
    } catch (CannotListenException e) {
      String sentence = String.valueOf(e.getMessage());
      console.error(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".");
      return ExitStatus.MACHINE;
    }
  }
}
