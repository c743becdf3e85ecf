package org.capsula.server.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and in which words: a page for people, a problem document for programs. */
class RefusalTest {
  private static SmallSite site;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    site = new SmallSite(folder);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nowhere, 404",
    "GET, /c, 404",
    "GET, /c/, 404",
    "GET, /c/a/b, 404",
    "GET, /page/, 404",
    "GET, /apis, 404",
    "POST, /nowhere, 404",
    "POST, /page, 405",
    "PUT, /film.mp4, 405",
    "DELETE, /c/a, 405",
    "OPTIONS, /page, 405",
    "TRACE, /page, 405",
    "PATCH, /page, 405",
    "GET, /gone, 410",
    "GET, /fails, 500",
    "GET, /cut.mp4, 500",
  })
  void refusal_isAPage(String method, String target, int status) throws IOException {
    RawClient.Answer answer = site.client.ask(method, target, "Content-Length: 0\r\n");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).isEqualTo("<h1>" + status + " " + target + "</h1>");
    assertThat(answer.field("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(answer.fields()).doesNotContainKey("ETag");
    assertThat(answer.field("Allow")).isEqualTo(status == 405 ? "GET, HEAD" : "");
    SmallSite.checkFields(answer);
  }

  @Test
  void busyOne_saysWhenToComeAgain() throws IOException {
    RawClient.Answer answer = site.client.get("/busy");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.field("Retry-After")).isEqualTo("10");
    assertThat(answer.text()).isEqualTo("<h1>503 /busy</h1>");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api, 404, not-found",
    "GET, /api/, 404, not-found",
    "GET, /api/nowhere, 404, not-found",
    "POST, /api/hello/you, 405, method-unknown",
    "GET, /api/hello/twice, 409, conflict",
    "GET, /api/hello/nobody, 400, unreadable-request",
    "GET, /api/hello/everybody, 500, our-fault",
    "GET, /api/hello/..;, 400, unreadable-request",
  })
  void refusalOfTheApi_isAProblemDocument(String method, String target, int status, String code)
      throws IOException {
    RawClient.Answer answer = site.client.ask(method, target, "Content-Length: 0\r\n");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text())
        .startsWith("{\"type\":\"/problems/" + code + "\",\"title\":\"")
        .contains("\"status\":" + status);
    assertThat(answer.text()).doesNotContain("secret", "Exception", "\tat ");
    assertThat(answer.field("Cache-Control")).isEqualTo("private, no-store");
    assertThat(answer.field("Allow").contains("GET")).isEqualTo(status == 405);
    SmallSite.checkFields(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "/c/caf%C3%A9, capsule café",
    "/c/%CE%BA%CE%B1%CE%BB%CE%B7, capsule καλη",
    "/c/a+b%20c, capsule a+b c",
    "/c/latest, the latest",
    "/c/latest/list.m3u8, list of latest",
    "/search, nothing",
    "/search?q=%CE%BA+%20b&q=2, κ  b",
    "/said, nothing",
  })
  void route_getsItsVariables(String target, String text) throws IOException {
    assertThat(site.client.get(target).text()).isEqualTo(text);
  }

  @Test
  void fieldsOfOneName_areJoined() throws IOException {
    assertThat(site.client.ask("GET", "/said", "X-Said: a\r\nx-said: b\r\n").text())
        .isEqualTo("a, b");
  }

  @Test
  void api_answers() throws IOException {
    RawClient.Answer answer = site.client.get("/api/hello/you");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"hello\":\"you\"}");
    assertThat(answer.field("Cache-Control")).isEqualTo("no-cache");
    SmallSite.checkFields(answer);
    assertThat(site.client.get("/api/hello/me").field("Cache-Control"))
        .isEqualTo("private, no-store");
    RawClient.Answer gzip = site.client.ask("GET", "/api/hello/you", "Accept-Encoding: gzip\r\n");
    assertThat(gzip.field("Content-Encoding")).isEqualTo("gzip");
    assertThat(gzip.field("Vary")).isEqualTo("Accept-Encoding");
  }

  @Test
  void redirect_isRelative() throws IOException {
    RawClient.Answer answer = site.client.get("/moved");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.field("Location")).isEqualTo("/page");
  }

  @Test
  void page_hasAPolicy() throws IOException {
    RawClient.Answer answer = site.client.get("/page");
    assertThat(answer.field("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data:; media-src 'self' blob: data:; connect-src 'self';"
                + " font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    SmallSite.checkFields(answer);
    SmallSite.checkFields(site.client.get("/film.mp4"));
  }

  @Test
  void nothing_hasNoContent() throws IOException {
    RawClient.Answer answer = site.client.get("/nothing");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.content()).isEmpty();
    // RFC 9110 §8.6
    assertThat(answer.fields()).doesNotContainKeys("Content-Length", "Content-Type");
  }
}
