package org.capsula.server.http.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends exactly these bytes and takes exactly what comes back, until the server hangs up. */
final class RawClient {
  /**
   * All that came back.
   *
   * @param latin everything behind the empty line, a character a byte
   */
  record Answer(int status, Map<String, String> fields, String latin) {
    String field(String name) {
      return fields.getOrDefault(name, "");
    }

    byte[] content() {
      return latin.getBytes(ISO_8859_1);
    }

    String text() {
      return new String(content(), UTF_8);
    }
  }

  private final int port;

  RawClient(int port) {
    this.port = port;
  }

  /**
   * @param fields lines with a carriage return and line feed behind each
   */
  Answer ask(String method, String target, String fields) throws IOException {
    return ask(method, target, fields, "");
  }

  Answer ask(String method, String target, String fields, String content) throws IOException {
    String head = method + " " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
    return send(head + fields + "\r\n" + content);
  }

  Answer get(String target) throws IOException {
    return ask("GET", target, "");
  }

  Answer send(String request) throws IOException {
    return send(request, /* ends= */ false);
  }

  /**
   * @param ends whether nothing comes after it, be it whole or not
   */
  Answer send(String request, boolean ends) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.getOutputStream().flush();
      if (ends) {
        socket.shutdownOutput();
      }
      return read(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
    }
  }

  private static Answer read(String all) {
    int end = all.indexOf("\r\n\r\n");
    List<String> lines = all.substring(0, end).lines().toList();
    Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1).strip();
      String twice = fields.get(name);
      // A list may come in several lines (RFC 9110 §5.3).
      assertThat(twice == null || name.equalsIgnoreCase("Vary")).as(line).isTrue();
      fields.put(name, twice == null ? value : twice + ", " + value);
    }
    int status = Integer.parseInt(lines.get(0).substring(9, 12));
    return new Answer(status, fields, all.substring(end + 4));
  }
}
