package org.capsula.server.http.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.capsula.server.http.FileRegion;
import org.capsula.server.http.Response;
import org.capsula.server.http.Route;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a connection goes through: many answers, large files, a client that leaves. */
class ConnectionTest {
  private static final long LARGE = 5L << 30;

  /** Answers without content must leave nothing behind that the next would be read from. */
  @Test
  void answersOnOneConnection_stayInStep(@TempDir Path folder) throws IOException {
    try (SmallSite site = new SmallSite(folder);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port())) {
      String requests =
          request("HEAD", "/film.mp4", "")
              + request("GET", "/film.mp4", "If-None-Match: *\r\n")
              + request("GET", "/list.m3u8", "If-None-Match: *\r\n")
              + request("HEAD", "/list.m3u8", "If-None-Match: *\r\n")
              + request("GET", "/nothing", "")
              + request("GET", "/film.mp4", "Range: bytes=9999-\r\n")
              + request("HEAD", "/nowhere", "")
              + request("GET", "/empty.mp4", "")
              + request("GET", "/film.mp4", "If-Match: \"other\"\r\n")
              + request("POST", "/short", "Content-Length: 5\r\n", "12345")
              + request("HEAD", "/api/hello/you", "")
              + request("GET", "/short", "Connection: close\r\n");
      socket.getOutputStream().write(requests.getBytes(ISO_8859_1));
      String answers = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(
              Pattern.compile("HTTP/1\\.1 (\\d+)")
                  .matcher(answers)
                  .results()
                  .map(found -> found.group(1)))
          .containsExactly(
              "200", "304", "304", "304", "204", "416", "404", "200", "412", "405", "200", "200");
      assertThat(answers).endsWith("\r\n\r\n<p>short</p>");
    }
  }

  @Test
  void emptyRepresentations_keepTheRules(@TempDir Path folder) throws IOException {
    try (SmallSite site = new SmallSite(folder)) {
      for (String target : List.of("/empty.mp4", "/empty.m3u8")) {
        assertThat(site.client.get(target).status()).isEqualTo(200);
        assertThat(site.client.get(target).field("Content-Length")).isEqualTo("0");
        RawClient.Answer start = site.client.ask("GET", target, "Range: bytes=0-\r\n");
        assertThat(start.status()).isEqualTo(416);
        assertThat(start.field("Content-Range")).isEqualTo("bytes */0");
        // The last five bytes of nothing are nothing, and no Content-Range can say so.
        RawClient.Answer end = site.client.ask("GET", target, "Range: bytes=-5\r\n");
        assertThat(end.status()).isEqualTo(200);
        assertThat(end.content()).isEmpty();
      }
    }
  }

  @Test
  void rangeBehindFourGigabytes_isThere(@TempDir Path folder) throws IOException {
    try (WebServer server = large(folder)) {
      RawClient.Answer answer =
          new RawClient(server.port())
              .ask("GET", "/large.mp4", "Range: bytes=-4, 4294967296-4295167295\r\n");
      assertThat(answer.status()).isEqualTo(206);
      assertThat(answer.latin())
          .contains("bytes 5368709116-5368709119/5368709120\r\n\r\nlast\r\n--")
          .contains(
              "bytes 4294967296-4295167295/5368709120\r\n\r\n" + "\0".repeat(200_000) + "\r\n--");
    }
  }

  /** Jetty's own way to send a part reads all that stands before it. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void rangeAtTheEnd_readsNothingBeforeIt(@TempDir Path folder) throws IOException {
    try (WebServer server = large(folder)) {
      long before = bytesRead();
      new RawClient(server.port()).ask("GET", "/large.mp4", "Range: bytes=-4\r\n");
      assertThat(bytesRead() - before).isLessThan(LARGE / 10);
    }
  }

  /** Of all that this process ever read, from files and sockets. */
  private static long bytesRead() throws IOException {
    String first = Files.readAllLines(Path.of("/proc/self/io")).get(0);
    return Long.parseLong(first.substring("rchar: ".length()));
  }

  /** People close pages in the middle of a film all the time. */
  @Test
  void clientThatHangsUp_isNoErrorInTheLog(@TempDir Path folder) throws Exception {
    Events events = new Events();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger requests = (Logger) LoggerFactory.getLogger(RequestWatch.class);
    root.addAppender(events);
    requests.setLevel(Level.INFO);
    try (WebServer server = large(folder)) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        socket.getOutputStream().write(request("GET", "/large.mp4", "").getBytes(ISO_8859_1));
        InputStream in = socket.getInputStream();
        assertThat(in.readNBytes(100_000)).hasSize(100_000);
      }
      ILoggingEvent last = events.await(RequestWatch.class);
      assertThat(last.getFormattedMessage()).startsWith("GET /large.mp4 200 ");
      assertThat(events.seen).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    } finally {
      requests.setLevel(null);
      root.detachAppender(events);
    }
  }

  private static String request(String method, String target, String fields) {
    return request(method, target, fields, "");
  }

  private static String request(String method, String target, String fields, String content) {
    return method + " " + target + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + content;
  }

  /** The disk holds only its last bytes. */
  private static WebServer large(Path folder) throws IOException {
    Path file = folder.resolve("large.mp4");
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.seek(LARGE - 4);
      out.writeBytes("last");
    }
    Route route =
        Route.open(
            "/large.mp4", request -> Response.file("video/mp4", FileRegion.whole(file), "large"));
    WebServer server =
        new WebServer(
            "127.0.0.1",
            0,
            new Site(
                List.of(route),
                (status, asked) -> Response.html("" + status),
                new ResourceConfig()));
    server.start();
    return server;
  }

  /** Everything that is logged. */
  private static final class Events extends AppenderBase<ILoggingEvent> {
    final BlockingQueue<ILoggingEvent> seen = new LinkedBlockingQueue<>();
    private final BlockingQueue<ILoggingEvent> news = new LinkedBlockingQueue<>();

    Events() {
      start();
    }

    @Override
    protected void append(ILoggingEvent event) {
      seen.add(event);
      news.add(event);
    }

    /** The minute is only there so that a broken server does not hang the build. */
    ILoggingEvent await(Class<?> logger) throws InterruptedException {
      while (true) {
        ILoggingEvent event = news.poll(1, TimeUnit.MINUTES);
        if (event == null || event.getLoggerName().equals(logger.getName())) {
          return Objects.requireNonNull(event, "nothing logged");
        }
      }
    }
  }
}
