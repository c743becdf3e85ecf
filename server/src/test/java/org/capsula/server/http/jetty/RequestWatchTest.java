package org.capsula.server.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.capsula.server.http.Answered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What is known of a request when it is over, and what is not. */
final class RequestWatchTest {
  private static SmallSite site;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger lines = logger(RequestWatch.class.getName());

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    site = new SmallSite(folder);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @BeforeEach
  void listen() {
    site.answered.clear();
    log.start();
    root.addAppender(log);
    lines.setLevel(Level.INFO);
  }

  @AfterEach
  void leave() {
    lines.setLevel(null);
    root.detachAppender(log);
  }

  /** The minute is only there so that a broken server does not hang the build. */
  private static Answered next() throws InterruptedException {
    return Objects.requireNonNull(site.answered.poll(1, TimeUnit.MINUTES), "nothing heard");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, GET, /, 200",
    "GET, /c/a-secret-capsule?q=a-secret-word, GET, /c/{slug}, 200",
    "HEAD, /c/a-secret-capsule, HEAD, /c/{slug}, 200",
    "GET, /api/hello/a-secret-name?q=a-secret-word, GET, /api/hello/{name}, 200",
    "GET, /api/hello/nobody, GET, /api/hello/{name}, 400",
    "GET, /api/a-secret-place, GET, none, 404",
    "GET, /a-secret-place, GET, none, 404",
    "POST, /page, POST, /page, 405",
    "BREW, /page, other, /page, 405",
    "GET, /fails, GET, /fails, 500",
    "GET, /c/%2e%2e/a-secret-place, GET, none, 400",
  })
  void request_isKnownByItsRouteAlone(
      String method, String target, String word, String route, int status) throws Exception {
    RawClient.Answer answer =
        site.client.ask(
            method, target, "Cookie: session=a-secret-cookie\r\nX-Request-Id: mine\r\n");

    Answered heard = next();
    assertThat(answer.status()).isEqualTo(status);
    assertThat(heard.status()).isEqualTo(status);
    assertThat(heard.method()).isEqualTo(word);
    assertThat(heard.pattern()).isEqualTo(route);
    assertThat(heard.id()).matches("[0-9a-f]{16}").isEqualTo(answer.field("X-Request-Id"));
    // What Jetty itself refuses it does not count.
    boolean counted = !method.equals("HEAD") && !target.contains("%2e");
    assertThat(heard.sent()).isEqualTo(counted ? answer.content().length : 0);
    assertThat(heard.time()).isPositive();
    assertThat(line(heard.id()))
        .contains(word + " " + route + " " + status)
        .doesNotContain("secret", "127.0.0.1", "mine");
  }

  private String line(String id) throws InterruptedException {
    // It is written after the listener has heard, by another thread.
    for (int i = 0; i < 6000; i++) {
      for (ILoggingEvent event : List.copyOf(log.list)) {
        if (String.valueOf(event.getKeyValuePairs()).contains(id)) {
          return event.getFormattedMessage() + event.getKeyValuePairs() + event.getMDCPropertyMap();
        }
      }
      Thread.sleep(10);
    }
    throw new AssertionError("no line of " + id);
  }

  @Test
  void twoRequests_haveTwoIds() throws Exception {
    String first = site.client.get("/").field("X-Request-Id");
    String second = site.client.get("/").field("X-Request-Id");

    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void requestThatCannotBeRead_hasAnIdToo() throws Exception {
    RawClient.Answer answer = site.client.send("GET / HTTP/1.1\r\nHost : a\r\n\r\n");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("X-Request-Id")).matches("[0-9a-f]{16}");
  }

  @Test
  void faultOfOurs_isLoggedUnderTheIdThatTheClientGot() throws Exception {
    String id = site.client.get("/fails").field("X-Request-Id");
    next();

    assertThat(log.list)
        .filteredOn(event -> event.getLevel() == Level.ERROR)
        .extracting(event -> event.getMDCPropertyMap().get("request"))
        .containsExactly(id);
  }
}
