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

/** What is refused before anybody asks what it means. */
class WireTest {
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
    SmallSite.checkFields(answer);
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
    SmallSite.checkFields(answer);
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
    "a malformed chunk, Transfer-Encoding: chunked, zz",
    "a chunk that ends early, Transfer-Encoding: chunked, 9",
    "less than was announced, Content-Length: 9, a=b"
  })
  void contentThatDoesNotComeWhole_isNoFaultOfOurs(String name, String field, String content)
      throws IOException {
    String head = "POST /form HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
    RawClient.Answer answer =
        site.client.send(head + field + "\r\n\r\n" + content + "\r\n", /* ends= */ true);
    assertThat(answer.status()).as(name).isEqualTo(400);
  }
}
