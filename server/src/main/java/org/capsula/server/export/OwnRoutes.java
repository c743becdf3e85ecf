package org.capsula.server.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.FileRegion;
import org.capsula.server.http.InMemory;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.http.Route;
import org.capsula.server.http.jetty.RouteTable;

/** Asks what a server would answer, without one. */
final class OwnRoutes {
  private final RouteTable table;

  OwnRoutes(List<Route> routes) {
    table = new RouteTable(routes, List.of());
  }

  /** Of the route that would answer. */
  String pattern(Link link) {
    return match(link).pattern();
  }

  /**
   * @throws ChangedCatalogueException where nothing stands there any more
   */
  Response answer(Link link) throws IOException {
    RouteTable.Match match = match(link);
    Endpoint endpoint = match.row("GET").map(RouteTable.Row::endpoint).orElse(null);
    if (endpoint == null) {
      throw leadsOut(link);
    }
    Request request = new Request("GET", link.path(), link.query(), Map.of());
    Response response = endpoint.answer(request.with(match.variables()));
    if (response.status() >= 500) {
      throw new IOException(link.path() + " cannot be made just now; LOG_LEVEL=warn says why");
    }
    if (response.status() != 200) {
      throw new ChangedCatalogueException(link.path());
    }
    return response;
  }

  private RouteTable.Match match(Link link) {
    return table.find(link.path()).orElseThrow(() -> leadsOut(link));
  }

  private static IllegalStateException leadsOut(Link link) {
    return new IllegalStateException(
        "a page leads to " + link.path() + ", which needs a server: leave it out of the export");
  }

  /** All of an answer; for what is small. */
  static byte[] bytes(Response response) throws IOException {
    if (response.body() instanceof InMemory memory) {
      ByteBuffer content = memory.slice(0, memory.length());
      byte[] bytes = new byte[content.remaining()];
      content.get(bytes);
      return bytes;
    }
    FileRegion region = (FileRegion) response.body();
    ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(region.length()));
    try (SeekableByteChannel channel = region.open()) {
      channel.position(region.offset());
      while (content.hasRemaining() && channel.read(content) >= 0) {
        // A read may bring less than is wanted.
      }
    }
    return content.array();
  }
}
