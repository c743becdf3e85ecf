package org.capsula.server.upload;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.queue.QueueSettings;
import org.capsula.pipeline.upload.Twins;
import org.capsula.pipeline.upload.UploadSettings;
import org.capsula.pipeline.upload.Uploads;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.http.jetty.Site;
import org.capsula.server.http.jetty.WebServer;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * A running server that takes uploads, and whose productions stay queued. Who asks is what the
 * field X-Who says; its clock is set by hand.
 */
final class UploadSite implements AutoCloseable {
  final Library library;
  final Uploads uploads;
  final URI root;
  final SetClock clock = new SetClock();
  private final ProductionQueue queue;
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  UploadSite(Path folder, UploadSettings settings) {
    library = Library.open(folder);
    queue = new ProductionQueue(library, new Producer(), clock, QueueSettings.DEFAULT, s -> {});
    uploads = Uploads.in(library, queue, settings, clock);
    ResourceConfig api =
        new ResourceConfig().register(new UploadsResource(uploads, new Twins(library.database())));
    server =
        new WebServer(
            "127.0.0.1",
            0,
            new Site(
                new TusUploads(uploads).routes(),
                (status, request) -> Response.html("error " + status),
                api,
                UploadSite::caller));
    server.start();
    uploads.start();
    root = URI.create("http://127.0.0.1:" + server.port());
  }

  private static Caller caller(Request request) {
    return request
        .header("X-Who")
        .filter(name -> !name.equals("nobody"))
        .map(name -> Caller.token(name, name, name.equals("admin") ? Role.ADMIN : Role.MEDIA))
        .orElse(Caller.NOBODY);
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** By anna, in version 1.0.0. */
  HttpResponse<String> ask(
      String method, String address, byte[] content, UnaryOperator<HttpRequest.Builder> more)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(address))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(content))
            .setHeader("X-Who", "anna")
            .setHeader("Tus-Resumable", "1.0.0");
    return client.send(more.apply(request).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> create(long bytes, String metadata)
      throws IOException, InterruptedException {
    return ask(
        "POST",
        "/uploads",
        new byte[0],
        request ->
            (metadata.isEmpty() ? request : request.setHeader("Upload-Metadata", metadata))
                .setHeader("Upload-Length", Long.toString(bytes)));
  }

  /**
   * @return its address
   */
  String begin(long bytes) throws IOException, InterruptedException {
    return create(bytes, "filename " + base64("film.mp4")).headers().firstValue("Location").get();
  }

  HttpResponse<String> head(String address) throws IOException, InterruptedException {
    return ask("HEAD", address, new byte[0], request -> request);
  }

  long offset(String address) throws IOException, InterruptedException {
    return Long.parseLong(head(address).headers().firstValue("Upload-Offset").orElse("-1"));
  }

  HttpResponse<String> patch(String address, long offset, byte[] piece)
      throws IOException, InterruptedException {
    return patch(address, offset, piece, request -> request);
  }

  HttpResponse<String> patch(
      String address, long offset, byte[] piece, UnaryOperator<HttpRequest.Builder> more)
      throws IOException, InterruptedException {
    return ask(
        "PATCH",
        address,
        piece,
        request ->
            more.apply(
                request
                    .setHeader("Content-Type", "application/offset+octet-stream")
                    .setHeader("Upload-Offset", Long.toString(offset))));
  }

  /** Announces so many bytes of a piece, sends those, and hangs up. */
  void patchAndHangUp(String address, long offset, long announced, byte[] sent) throws IOException {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      List<String> head =
          List.of(
              "PATCH " + address + " HTTP/1.1",
              "Host: a",
              "X-Who: anna",
              "Tus-Resumable: 1.0.0",
              "Content-Type: application/offset+octet-stream",
              "Upload-Offset: " + offset,
              "Content-Length: " + announced,
              "",
              "");
      socket.getOutputStream().write(String.join("\r\n", head).getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(sent);
      socket.getOutputStream().flush();
    }
  }

  @Override
  public void close() {
    server.close();
    uploads.close();
    queue.close();
    library.close();
  }

  /** Stands still until it is put forward. */
  static final class SetClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-23T09:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
