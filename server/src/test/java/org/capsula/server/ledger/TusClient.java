package org.capsula.server.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/** Sends films to the real program, and hangs up as it is told. */
final class TusClient {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI root;
  private final String token;

  TusClient(String address, String token) {
    this.root = URI.create(address);
    this.token = token;
  }

  private HttpResponse<String> ask(
      String method, String address, byte[] content, UnaryOperator<HttpRequest.Builder> more)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(address))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(content))
            .setHeader("Authorization", "Bearer " + token)
            .setHeader("Tus-Resumable", "1.0.0");
    return client.send(more.apply(request).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> create(String name, long bytes) throws IOException, InterruptedException {
    String encoded = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    return ask(
        "POST",
        "/uploads",
        new byte[0],
        request ->
            request
                .setHeader("Upload-Length", Long.toString(bytes))
                .setHeader("Upload-Metadata", "filename " + encoded));
  }

  HttpResponse<String> head(String address) throws IOException, InterruptedException {
    return ask("HEAD", address, new byte[0], request -> request);
  }

  HttpResponse<String> patch(String address, long offset, byte[] piece)
      throws IOException, InterruptedException {
    return ask(
        "PATCH",
        address,
        piece,
        request ->
            request
                .setHeader("Content-Type", "application/offset+octet-stream")
                .setHeader("Upload-Offset", Long.toString(offset)));
  }

  String upload(String id) throws IOException, InterruptedException {
    return ask("GET", "/api/uploads/" + id, new byte[0], request -> request).body();
  }

  /** A piece that is announced whole and of which only a part is sent. */
  void patchPartly(String address, long offset, long announced, Sent sent)
      throws IOException, InterruptedException {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      OutputStream out = socket.getOutputStream();
      List<String> head =
          List.of(
              "PATCH " + address + " HTTP/1.1",
              "Host: " + root.getAuthority(),
              "Authorization: Bearer " + token,
              "Tus-Resumable: 1.0.0",
              "Content-Type: application/offset+octet-stream",
              "Upload-Offset: " + offset,
              "Content-Length: " + announced,
              "",
              "");
      out.write(String.join("\r\n", head).getBytes(StandardCharsets.US_ASCII));
      out.write(sent.bytes(), sent.from(), sent.to() - sent.from());
      out.flush();
      sent.then().happen();
    } catch (IOException e) {
      // The other side was killed while bytes travelled, which is what this is about.
    }
  }

  /** Part of a film, and what comes after it while the connection still stands. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares these.
  record Sent(byte[] bytes, int from, int to, Event then) {}

  /** What comes between. */
  interface Event {
    void happen() throws IOException, InterruptedException;
  }
}
