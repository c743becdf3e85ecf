package org.capsula.server.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.capsula.server.http.Response;
import org.capsula.server.http.Route;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening a port, and closing it. */
class WebServerTest {
  @Test
  void portInUse_isSaidInASentence() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> start("127.0.0.1", port))
          .isInstanceOf(CannotListenException.class)
          .hasMessage(
              "port "
                  + port
                  + " of 127.0.0.1 is in use by another program;"
                  + " stop it or choose another with --port");
    }
  }

  @Test
  void hostOfAnotherMachine_isSaidInASentence() {
    // RFC 5737 keeps these addresses for documentation, so no machine has them.
    assertThatThrownBy(() -> start("192.0.2.1", 0))
        .isInstanceOf(CannotListenException.class)
        .hasMessageStartingWith("192.0.2.1 is no address of this machine; give --host one");
  }

  @Test
  void hostThatNobodyKnows_isSaidInASentence() {
    assertThatThrownBy(() -> start("nowhere.invalid", 0))
        .isInstanceOf(CannotListenException.class)
        .hasMessageStartingWith("nowhere.invalid is no address of this machine");
  }

  @Test
  void close_freesThePort(@TempDir Path folder) throws IOException {
    int port;
    try (SmallSite site = new SmallSite(folder)) {
      port = site.server.port();
      assertThat(port).isPositive();
    }
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port))
        .isInstanceOf(ConnectException.class);
    WebServer next = start("127.0.0.1", port);
    assertThat(next.port()).isEqualTo(port);
    next.close();
  }

  @Test
  void onlyTheGivenHost_isBound(@TempDir Path folder) throws IOException {
    try (SmallSite site = new SmallSite(folder)) {
      int port = site.server.port();
      InetAddress neighbour = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
      assertThatThrownBy(() -> new Socket(neighbour, port)).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void twoRoutesOfOneShape_areRefused() {
    Route one = Route.open("/c/{slug}", request -> Response.error(404));
    Route other = Route.open("/c/{id}", request -> Response.error(404));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RouteTable(List.of(one, other), List.of()));
  }

  private static WebServer start(String host, int port) {
    WebServer server =
        new WebServer(
            host,
            port,
            new Site(
                List.of(), (status, request) -> Response.html("" + status), new ResourceConfig()));
    server.start();
    return server;
  }
}
