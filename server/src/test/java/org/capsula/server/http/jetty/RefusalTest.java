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
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Each of them has, or could have, two readings. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/c/../page",
        "/c/..",
        "/..",
        "/../../etc/passwd",
        "/c/./page",
        "/c/%2e%2e/page",
        "/c/%2E%2E/page",
        "/c/.%2e/page",
        "/c/%2e/page",
        "/c/..;/page",
        "/c/..;x=y/page",
        "/c;x=y/page",
        "/c/a%2Fb",
        "/c/a%2fb",
        "/c/a%5cb",
        "/c/a\\b",
        "/c/..%5c..%5cpage",
        "/c/a%252e",
        "/c/a%00b",
        "/c//page",
        "//page",
        "/c/%c0%ae%c0%ae/page",
        "/c/%ff",
        "/c/%",
        "/c/%zz",
        "/c/%u002e",
        "/c/a%0ab",
        "page",
        "*",
      })
  void pathWithTwoReadings_isRefused(String target) throws IOException {
    RawClient.Answer answer = site.client.get(target);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).startsWith("<h1>400 /");
    checkFields(answer);
  }

  /** And in the query a dot or slash is just that. */
  @Test
  void dotsInTheQuery_areText() throws IOException {
    assertThat(site.client.get("/search?q=../%2e%2e%2Fa").text()).isEqualTo("../../a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search?q=%", "/search?q=%zz", "/search?q=%ff", "/nowhere?q=%c3"})
  void queryThatIsNoText_isRefused(String target) throws IOException {
    RawClient.Answer answer = site.client.get(target);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).startsWith("<h1>400 /");
    checkFields(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /page HTTP/1.1\nHost: a\nConnection: close\n\n",
        "GET /page HTTP/1.1\r\nHost: a\nConnection: close\r\n\r\n",
        "GET /page HTTP/1.1\r\nHost: a\r\nConnection: close\n\n",
        "GET /page HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\n",
      })
  void bareLineFeed_isRefused(String request) throws IOException {
    assertThat(site.client.send(request).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no host | GET / HTTP/1.1\\r\\n\\r\\n | 400",
        "two hosts | GET / HTTP/1.1\\r\\nHost: a\\r\\nHost: b\\r\\n\\r\\n | 400",
        "a space before the colon | GET / HTTP/1.1\\r\\nHost : a\\r\\n\\r\\n | 400",
        "a folded field | GET / HTTP/1.1\\r\\nHost: a\\r\\nA: b\\r\\n c\\r\\n\\r\\n | 400",
        "two lengths | GET / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\n | 400",
        "a length and chunks | GET / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n | 400",
        "another version | GET / HTTP/9.9\\r\\nHost: a\\r\\n\\r\\n | 505",
      })
  void requestThatSmuggles_isRefused(String name, String request, int status) throws IOException {
    String sent = request.replace("\\r", "\r").replace("\\n", "\n");
    assertThat(site.client.send(sent).status()).as(name).isEqualTo(status);
  }

  @Test
  void longHeader_isRefused() throws IOException {
    String field = "X-Long: " + "a".repeat(9000) + "\r\n";
    assertThat(site.client.ask("GET", "/page", field).status()).isEqualTo(431);
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
    assertThat(answer.field("Allow")).isEqualTo(status == 405 ? "GET, HEAD" : "");
    checkFields(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api, 404, Not Found",
    "GET, /api/, 404, Not Found",
    "GET, /api/nowhere, 404, Not Found",
    "POST, /api/hello/you, 405, Method Not Allowed",
    "GET, /api/hello/nobody, 400, Bad Request",
    "GET, /api/hello/everybody, 500, Internal Server Error",
    "GET, /api/hello/..;, 400, Bad Request",
  })
  void refusalOfTheApi_isAProblemDocument(String method, String target, int status, String title)
      throws IOException {
    RawClient.Answer answer = site.client.ask(method, target, "Content-Length: 0\r\n");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text())
        .startsWith("{\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\"");
    assertThat(answer.text()).doesNotContain("secret", "Exception", "\tat ");
    checkFields(answer);
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
    checkFields(answer);
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
    checkFields(answer);
    checkFields(site.client.get("/film.mp4"));
  }

  @Test
  void nothing_hasNoContent() throws IOException {
    RawClient.Answer answer = site.client.get("/nothing");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.content()).isEmpty();
    // RFC 9110 §8.6
    assertThat(answer.fields()).doesNotContainKeys("Content-Length", "Content-Type");
  }

  private static void checkFields(RawClient.Answer answer) {
    assertThat(answer.fields())
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Referrer-Policy", "same-origin")
        .containsEntry("Cross-Origin-Opener-Policy", "same-origin")
        .doesNotContainKeys("Server", "X-Powered-By");
  }
}
