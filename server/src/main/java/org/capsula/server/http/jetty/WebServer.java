package org.capsula.server.http.jetty;

import java.net.BindException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** Serves a {@link Site} on one address and no other. */
public final class WebServer implements AutoCloseable {
  /** How long a film that is being sent when we stop may take to end. */
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final String host;
  private final int port;
  private final Server server;
  private final ServerConnector connector;
  private final Runnable farewell;

  /**
   * @param port 0 for any that is free
   */
  public WebServer(String host, int port, Site site) {
    this(host, port, site, Transport.PLAIN);
  }

  /**
   * @param port 0 for any that is free
   */
  public WebServer(String host, int port, Site site, Transport transport) {
    this.host = host;
    this.port = port;
    this.farewell = site.farewell();
    server = new Server();
    server.setStopTimeout(FAREWELL.toMillis());
    connector = new ServerConnector(server, 1, -1, Wire.factories(transport));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(Wire.IDLE.toMillis());
    server.addConnector(connector);
    Wording wording = new Wording(site.errorPage());
    JettyErrors errors = new JettyErrors(wording);
    server.setErrorHandler(errors);
    Handler api = ApiMount.of(site.api(), errors);
    server.setHandler(new GracefulHandler(new FrontHandler(site, wording, api)));
    server.setRequestLog(new RequestWatch(site.listener()));
  }

  /**
   * Returns when the port is open and the API is ready.
   *
   * @throws CannotListenException when the address cannot be had
   */
  public void start() {
    try {
      server.start();
    } catch (Exception e) {
      close();
      throw whyNot(e);
    }
  }

  /** The real one. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Lets what is being sent end, for a few seconds, and cuts off the rest. */
  @Override
  public void close() {
    farewell.run();
    try {
      server.stop();
    } catch (TimeoutException e) {
      // All has stopped. A film is asked for again from where it broke off, and an upload goes on.
    } catch (Exception e) {
      throw new IllegalStateException("the web server does not stop", e);
    }
  }

  private RuntimeException whyNot(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return notOurs(failure);
      }
      if (cause instanceof BindException || cause instanceof SocketException) {
        return refused(String.valueOf(cause.getMessage()), failure);
      }
    }
    return new IllegalStateException("the web server does not start", failure);
  }

  /** The words are those of the operating system, which Java passes on. */
  private CannotListenException refused(String words, Exception failure) {
    if (words.contains("in use")) {
      return new CannotListenException(
          "port "
              + port
              + " of "
              + host
              + " is in use by another program; stop it or choose another with --port",
          failure);
    }
    if (words.contains("denied")) {
      return new CannotListenException(
          "port "
              + port
              + " of "
              + host
              + " is kept for administrators; choose one from 1024 with --port",
          failure);
    }
    return notOurs(failure);
  }

  private CannotListenException notOurs(Exception failure) {
    return new CannotListenException(
        host
            + " is no address of this machine; give --host one that it has,"
            + " 127.0.0.1 for itself alone or 0.0.0.0 for all",
        failure);
  }
}
