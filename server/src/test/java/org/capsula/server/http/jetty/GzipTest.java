package org.capsula.server.http.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110 §12.5.3: who gets gzip, and that it is a representation of its own. */
class GzipTest {
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
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | true",
        "GZIP | true",
        "x-gzip | true",
        "gzip, deflate, br, zstd | true",
        "* | true",
        "gzip;q=0.001 | true",
        "gzip ; q=0.5 , identity ; q=0.5 | true",
        "gzip;q=1.0, identity; q=0.5, *;q=0 | true",
        "br, *;q=0.1 | true",
        "'' | false",
        "identity | false",
        "br | false",
        "gzip;q=0 | false",
        "gzip;q=0.000, * | false",
        "*;q=0 | false",
        "gzip;q=0.5, identity | false",
        "identity, *;q=0.5 | false",
        "gzip;q=2 | false",
        "gzip;q=x | false",
        "notgzip | false",
      })
  void acceptEncoding_decides(String accepted, boolean gzip) throws IOException {
    RawClient.Answer answer = ask("GET", "/page", "Accept-Encoding: " + accepted);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("Content-Encoding")).isEqualTo(gzip ? "gzip" : "");
    assertThat(answer.field("Vary")).isEqualTo("Accept-Encoding");
    assertThat(answer.field("Content-Length")).isEqualTo("" + answer.content().length);
    assertThat(gzip ? unpacked(answer.content()) : answer.text()).isEqualTo(SmallSite.PAGE);
  }

  @Test
  void noAcceptEncoding_getsTheBytesAsTheyAre() throws IOException {
    assertThat(site.client.get("/page").text()).isEqualTo(SmallSite.PAGE);
  }

  @Test
  void head_tellsTheLengthOfTheCompressed() throws IOException {
    RawClient.Answer get = ask("GET", "/page", "Accept-Encoding: gzip");
    RawClient.Answer head = ask("HEAD", "/page", "Accept-Encoding: gzip");
    assertThat(head.field("Content-Length")).isEqualTo(get.field("Content-Length"));
    assertThat(head.field("Content-Encoding")).isEqualTo("gzip");
    assertThat(head.content()).isEmpty();
  }

  /** Small, compressed already, or on disk. */
  @ParameterizedTest
  @ValueSource(strings = {"/short", "/poster.jpg", "/film.mp4"})
  void whatDoesNotShrink_isLeft(String target) throws IOException {
    RawClient.Answer answer = ask("GET", target, "Accept-Encoding: gzip");
    assertThat(answer.fields()).doesNotContainKeys("Content-Encoding", "Vary");
  }

  @Test
  void varyOfTheEndpoint_isKept() throws IOException {
    assertThat(site.client.get("/page.fr").field("Vary"))
        .isEqualTo("Accept-Language, Accept-Encoding");
  }

  @Test
  void forms_haveTagsOfTheirOwn() throws IOException {
    String plain = site.client.get("/page").field("ETag");
    String gzip = ask("GET", "/page", "Accept-Encoding: gzip").field("ETag");
    assertThat(gzip).isNotEqualTo(plain).startsWith("\"");

    String accepting = "Accept-Encoding: gzip\r\nIf-None-Match: ";
    assertThat(ask("GET", "/page", accepting + gzip).status()).isEqualTo(304);
    assertThat(ask("GET", "/page", accepting + gzip).field("ETag")).isEqualTo(gzip);
    assertThat(ask("GET", "/page", accepting + gzip).field("Vary")).isEqualTo("Accept-Encoding");
    assertThat(ask("GET", "/page", accepting + plain).status()).isEqualTo(200);
    assertThat(ask("GET", "/page", "If-None-Match: " + gzip).status()).isEqualTo(200);
  }

  /** Who holds the half of the compressed form gets all of the other one, never a mixture. */
  @Test
  void rangeOfTheCompressed_isNeverServed() throws IOException {
    String plain = site.client.get("/page").field("ETag");
    String gzip = ask("GET", "/page", "Accept-Encoding: gzip").field("ETag");
    String rest = "Accept-Encoding: gzip\r\nRange: bytes=10-\r\nIf-Range: ";
    RawClient.Answer whole = ask("GET", "/page", rest + gzip);
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.text()).isEqualTo(SmallSite.PAGE);
    assertThat(whole.field("ETag")).isEqualTo(plain);
    RawClient.Answer part = ask("GET", "/page", rest + plain);
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.fields()).doesNotContainKey("Content-Encoding");
    assertThat(part.latin()).isEqualTo(site.client.get("/page").latin().substring(10));
  }

  /** A range means nothing with HEAD, so it does not choose the form either. */
  @Test
  void rangeOnHead_isIgnored() throws IOException {
    RawClient.Answer head = ask("HEAD", "/page", "Accept-Encoding: gzip\r\nRange: bytes=0-9");
    assertThat(head.field("Content-Encoding")).isEqualTo("gzip");
  }

  private static RawClient.Answer ask(String method, String target, String field)
      throws IOException {
    return site.client.ask(method, target, field + "\r\n");
  }

  private static String unpacked(byte[] gzip) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
