package org.capsula.server.serve;

import picocli.CommandLine.Option;

/** Where the server listens. */
final class AddressOptions {
  @Option(
      names = "--host",
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
}
