package org.capsula.server.console;

/** What the program's exit status says to scripts. */
public final class ExitStatus {
  public static final int DONE = 0;

  /** At least one input was refused. */
  public static final int REFUSED = 1;

  /** The command was used wrongly. */
  public static final int USAGE = 2;

  /** Disk full, port in use, database away. */
  public static final int MACHINE = 3;

  private ExitStatus() {}
}
