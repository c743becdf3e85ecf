package org.capsula.server.serve;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.capsula.server.http.Request;
import org.capsula.server.http.Route;
import org.capsula.server.http.jetty.Site;
import org.capsula.server.http.jetty.Transport;
import org.capsula.server.http.jetty.WebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that runs until the program is told to end, and then ends in order. */
final class Service implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private final Running running;
  private final WebServer web;
  private final String start;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private Service(Running running, WebServer web, String start) {
    this.running = running;
    this.web = web;
    this.start = start;
  }

  /**
   * @param transport of the same address
   * @throws org.capsula.server.http.jetty.CannotListenException when the address cannot be had; the
   *     library is closed then, as with the next
   * @throws org.capsula.pipeline.library.LibraryException where another server works on it
   */
  static Service start(Running running, AddressOptions address, Transport transport) {
    try {
      running.library().becomeServer();
    } catch (RuntimeException e) {
      running.close();
      throw e;
    }
    Site site = Routes.of(running);
    WebServer web = new WebServer(address.host, address.port, site, transport);
    try {
      warmUp(site);
      // Before the first one comes: folders that no upload has are removed.
      running.uploads().start();
      web.start();
    } catch (RuntimeException e) {
      running.close();
      throw e;
    }
    Service service = new Service(running, web, transport.scheme() + "://" + shown(address.host));
    running.queue().start();
    running.housekeeping().start();
    running.search().start();
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
    return service;
  }

  /** The first viewer should not wait for templates and queries to be read. */
  private static void warmUp(Site site) {
    for (Route route : site.routes()) {
      if (route.address().pattern().equals("/")) {
        try {
          route.endpoint().answer(new Request("GET", "/", Map.of(), Map.of()));
        } catch (IOException e) {
          LOG.debug("the first page could not be made", e);
        }
      }
    }
  }

  private static String shown(String host) {
    String shown = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
    return shown.contains(":") ? "[" + shown + "]" : shown;
  }

  String address() {
    return start + ":" + web.port() + "/";
  }

  boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Returns when the program is told to end. */
  void await() throws InterruptedException {
    closing.await();
    closed.await();
  }

  @Override
  public void close() {
    closing.countDown();
    web.close();
    running.close();
    closed.countDown();
  }
}
