package org.capsula.server.serve;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where everything is kept. */
public final class LibraryOption {
  @Option(
      names = "--library",
      converter = Given.Folder.class,
      paramLabel = "DIR",
      description = "The folder that holds everything. Default: ${DEFAULT-VALUE}.")
  public Path folder = Path.of("library");
}
