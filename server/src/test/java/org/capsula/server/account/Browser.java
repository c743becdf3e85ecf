package org.capsula.server.account;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks, and keeps nothing: cookies and tokens are given with each request. */
final class Browser {
  private static final int MOST = 100_000;

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  final String origin;

  Browser(String origin) {
    this.origin = origin;
  }

  /**
   * What came back.
   *
   * @param text no more than its beginning: events never end
   */
  record Answer(int status, Map<String, List<String>> fields, String text) {
    String field(String name) {
      return String.join(", ", fields.getOrDefault(name, List.of()));
    }

    /** The value that a cookie is set to. */
    String cookie(String name) {
      return fields.getOrDefault("Set-Cookie", List.of()).stream()
          .filter(line -> line.startsWith(name + "="))
          .map(line -> line.substring(name.length() + 1, line.indexOf(';')))
          .findFirst()
          .orElse("");
    }
  }

  Answer get(String path, Map<String, String> fields) throws IOException, InterruptedException {
    return ask("GET", path, fields, "");
  }

  /** A form of one of our own pages. */
  Answer post(String path, Map<String, String> fields, String form)
      throws IOException, InterruptedException {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.put("Content-Type", "application/x-www-form-urlencoded");
    all.put("Origin", origin);
    all.putAll(fields);
    return ask("POST", path, all, form);
  }

  Answer ask(String method, String path, Map<String, String> fields, String content)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .timeout(Duration.ofMinutes(1))
            .method(
                method,
                content.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(content));
    fields.forEach(request::header);
    HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
    Map<String, List<String>> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    given.putAll(answer.headers().map());
    boolean endless = given.toString().contains("text/event-stream");
    try (InputStream in = answer.body()) {
      byte[] bytes = endless ? new byte[0] : in.readNBytes(MOST);
      return new Answer(answer.statusCode(), given, new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
