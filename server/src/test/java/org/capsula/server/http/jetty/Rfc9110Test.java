package org.capsula.server.http.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.capsula.server.http.semantics.HttpDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table {@code rfc9110.txt}, asked of a running server byte by byte. */
class Rfc9110Test {
  private static SmallSite site;

  /** A line of the table. */
  record Line(String name, String request, int status, String content, String fields) {
    static Line of(String line) {
      String[] cells = Stream.of(line.split("\\|", 5)).map(String::strip).toArray(String[]::new);
      return new Line(cells[0], cells[1], Integer.parseInt(cells[2]), cells[3], cells[4]);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    site = new SmallSite(folder);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  static List<Line> lines() throws IOException {
    try (InputStream table = Rfc9110Test.class.getResourceAsStream("rfc9110.txt")) {
      return new String(Objects.requireNonNull(table).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Line::of)
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void file(Line line) throws IOException {
    byte[] region = Arrays.copyOfRange(SmallSite.FILM, 500, 500 + SmallSite.LENGTH);
    check(line, "/film.mp4", "video/mp4", region);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void bytesInMemory(Line line) throws IOException {
    check(line, "/list.m3u8", "application/vnd.apple.mpegurl", SmallSite.PLAYLIST);
  }

  private static void check(Line line, String target, String mediaType, byte[] whole)
      throws IOException {
    String tag = site.client.get(target).field("ETag").replace("\"", "");
    String method = line.request.startsWith("HEAD") ? "HEAD" : "GET";
    StringBuilder fields = new StringBuilder();
    for (String field : filled(line.request, tag).split(";;", -1)) {
      if (field.contains(":")) {
        fields.append(field.strip()).append("\r\n");
      }
    }
    RawClient.Answer answer = site.client.ask(method, target, fields.toString());
    assertThat(answer.status()).isEqualTo(line.status);
    for (String field : filled(line.fields, tag).split(";;", -1)) {
      checkField(field.strip(), answer);
    }
    checkContent(line, answer, mediaType, whole);
  }

  private static void checkField(String field, RawClient.Answer answer) {
    if (field.startsWith("-")) {
      assertThat(answer.fields()).doesNotContainKey(field.substring(1));
    } else if (!field.isEmpty()) {
      String[] pair = field.split(":", 2);
      assertThat(answer.fields()).containsEntry(pair[0], pair[1].strip());
    }
  }

  private static void checkContent(
      Line line, RawClient.Answer answer, String mediaType, byte[] whole) throws IOException {
    List<String> parts = List.of(line.content.split(","));
    if (line.content.equals("none")) {
      assertThat(answer.content()).isEmpty();
    } else if (line.content.equals("all")) {
      assertThat(answer.content()).isEqualTo(whole);
      assertThat(answer.field("Content-Type")).isEqualTo(mediaType);
    } else if (parts.size() == 1) {
      assertThat(answer.content()).isEqualTo(part(whole, line.content));
      assertThat(answer.field("Content-Type")).isEqualTo(mediaType);
    } else {
      String type = answer.field("Content-Type");
      assertThat(type).startsWith("multipart/byteranges; boundary=");
      String boundary = type.substring(type.indexOf('=') + 1);
      assertThat(answer.content()).isEqualTo(multipart(whole, parts, boundary, mediaType));
    }
    if (!line.content.equals("none")) {
      assertThat(answer.field("Content-Length")).isEqualTo("" + answer.content().length);
    }
  }

  /** As the example of §14.6 is written. */
  private static byte[] multipart(
      byte[] whole, List<String> parts, String boundary, String mediaType) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String before = "";
    for (String part : parts) {
      String frame =
          "%s--%s\r\nContent-Type: %s\r\nContent-Range: bytes %s/%d\r\n\r\n"
              .formatted(before, boundary, mediaType, part, whole.length);
      all.write(frame.getBytes(ISO_8859_1));
      all.write(part(whole, part));
      before = "\r\n";
    }
    all.write(("\r\n--" + boundary + "--\r\n").getBytes(ISO_8859_1));
    return all.toByteArray();
  }

  private static byte[] part(byte[] whole, String range) {
    String[] ends = range.split("-", 2);
    return Arrays.copyOfRange(whole, Integer.parseInt(ends[0]), Integer.parseInt(ends[1]) + 1);
  }

  private static String filled(String cell, String tag) {
    Instant date = SmallSite.PUBLISHED;
    return cell.replace("{tag}", tag)
        .replace("{date}", HttpDate.format(date))
        .replace("{before}", HttpDate.format(date.minusSeconds(1)))
        .replace("{after}", HttpDate.format(date.plusSeconds(1)));
  }
}
