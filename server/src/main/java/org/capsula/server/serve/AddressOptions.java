package org.capsula.server.serve;

import java.nio.file.Path;
import java.time.Clock;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.server.certificate.Certificate;
import org.capsula.server.certificate.UnusableCertificateException;
import org.capsula.server.http.jetty.Transport;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--cert",
      paramLabel = "FILE",
      description = "A certificate in PEM, those of its authority behind it: speaks HTTPS.")
  @Nullable Path certificate;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The key of the certificate, in PEM, without a password.")
  @Nullable Path key;

  @Option(
      names = "--behind-proxy",
      description =
          "Believes what a proxy in front says of scheme, host and client (X-Forwarded-Proto,"
              + " -Host, -For, or Forwarded). Only where nobody can reach this port without it.")
  boolean behindProxy;

  /** Reads and checks the certificate; before anything is opened for it. */
  Transport transport(Clock clock) throws UsageException {
    Path open = certificate;
    Path secret = key;
    if ((open == null) != (secret == null)) {
      throw new UsageException("--cert and --key belong together; give both, or neither.");
    }
    try {
      return new Transport(
          open == null || secret == null ? null : Certificate.read(open, secret, clock),
          behindProxy);
    } catch (UnusableCertificateException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** Whether people come by an address that the console cannot know. */
  boolean isReachedElsewhere() {
    return behindProxy || (certificate != null && !isLoopback());
  }

  private boolean isLoopback() {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
  }

  /** Others can see the pages, and nobody who signs in could be sure not to be overheard. */
  boolean isOpenWithoutHttps() {
    return !isLoopback() && certificate == null && !behindProxy;
  }

  /** Before anything is opened for it. */
  void requirePort() throws UsageException {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port " + port + " is no port; give one from 1 to 65535, or 0.");
    }
  }
}
