package org.capsula.server.console;

import java.io.PrintStream;

/**
 * Results go to standard output, all else to standard error.
 *
 * @param terminal whether standard error is a terminal, so that a bar may move there
 */
public record Console(PrintStream out, PrintStream err, boolean terminal) {

  public void result(String line) {
    out.println(line);
  }

  public void error(String line) {
    err.println(line);
  }

  /** To be closed before anything else is printed. */
  public ProgressLine progress(String task) {
    return terminal ? ProgressLine.on(err, task) : ProgressLine.silent();
  }
}
