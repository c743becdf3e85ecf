package org.capsula.server.serve;

import org.capsula.pipeline.intake.UsageException;
import picocli.CommandLine.Option;

/** Where the server listens. */
final class AddressOptions {
  @Option(
      names = "--host",
      converter = Given.Word.class,
      paramLabel = "HOST",
      description =
          "The address to listen on: 127.0.0.1 for this machine alone, 0.0.0.0 for all. Default:"
              + " ${DEFAULT-VALUE}.")
  String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Default: ${DEFAULT-VALUE}; 0 for any that is free.")
  int port = 8080;

  /** Before anything is opened for it. */
  void requirePort() throws UsageException {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port " + port + " is no port; give one from 1 to 65535, or 0.");
    }
  }
}
