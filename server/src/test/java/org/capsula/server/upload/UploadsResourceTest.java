package org.capsula.server.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.capsula.pipeline.upload.UploadSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of uploads while their bytes travel. */
final class UploadsResourceTest {
  private static final byte[] SRT =
      "1\n00:00:00,000 --> 00:00:01,000\nΚαλημέρα σας\n".getBytes(Charset.forName("windows-1253"));

  @TempDir private Path folder;
  private UploadSite site;
  private String id;

  @BeforeEach
  void open() throws Exception {
    site = new UploadSite(folder.resolve("library"), UploadSettings.DEFAULT);
    id = site.begin(1000).substring("/uploads/".length());
  }

  @AfterEach
  void close() {
    site.close();
  }

  private HttpResponse<String> put(String form) throws Exception {
    return site.ask(
        "PUT",
        "/api/uploads/" + id + "/form",
        form.getBytes(UTF_8),
        request -> request.setHeader("Content-Type", "application/json"));
  }

  private HttpResponse<String> subtitles(String query, byte[] bytes) throws Exception {
    return site.ask(
        "POST",
        "/api/uploads/" + id + "/subtitles?" + query,
        bytes,
        request -> request.setHeader("Content-Type", "application/octet-stream"));
  }

  private String one() throws Exception {
    return site.ask("GET", "/api/uploads/" + id, new byte[0], request -> request).body();
  }

  @Test
  void form_isKeptAsItWasSaid() throws Exception {
    HttpResponse<String> answer =
        put(
            """
            {"titles":{"fr":" La  porte ","gre":"Η πόρτα","de":" "},"language":"fre",
             "collection":{"id":null,"language":"fr","title":"Accueil"}}
            """);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(one())
        .contains("\"titles\":{\"el\":\"Η πόρτα\",\"fr\":\"La porte\"}")
        .contains("\"language\":\"fr\"")
        .contains("\"title\":\"Accueil\"");
  }

  @Test
  void titles_holdNothingThatNoPageShouldShow() throws Exception {
    HttpResponse<String> answer =
        put(
            """
            {"titles":{"fr":"a\\u0000b\\u202Ec\\nd"},"language":null,
             "collection":{"id":null,"language":"fre","title":" \\u2067Accueil\\u0007  Un "}}
            """);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(one())
        .contains("\"titles\":{\"fr\":\"abc d\"}")
        .contains("\"language\":\"fr\",\"title\":\"Accueil Un\"");
  }

  @Test
  void titleOfANewCollection_isNoLongerThanAnother() throws Exception {
    String form =
        "{\"titles\":{},\"collection\":{\"id\":null,\"language\":\"fr\",\"title\":\"%s\"}}";

    assertThat(put(form.formatted("a".repeat(300))).statusCode()).isEqualTo(200);
    assertThat(put(form.formatted("a".repeat(301))).statusCode()).isEqualTo(400);
    assertThat(put(form.formatted("a").replace("\"fr\"", "\"no language\"")).statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "[]",
        "{\"titles\":{\"xx-klingon!\":\"a\"}}",
        "{\"language\":\"nolanguage\"}",
        "{\"collection\":{\"id\":\"no-such\"}}",
        "{\"strange\":1}"
      })
  void formThatIsNone_isRefusedAndChangesNothing(String form) throws Exception {
    put("{\"titles\":{\"fr\":\"La porte\"}}");

    HttpResponse<String> answer = put(form);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(one()).contains("La porte");
  }

  @Test
  void endlessTitle_isRefused() throws Exception {
    assertThat(put("{\"titles\":{\"fr\":\"" + "a".repeat(301) + "\"}}").statusCode())
        .isEqualTo(400);
    assertThat(put("{\"titles\":{\"fr\":\"" + "a".repeat(70_000) + "\"}}").statusCode())
        .isEqualTo(413);
  }

  @Test
  void subtitles_areReadInTheirOwnCharset() throws Exception {
    HttpResponse<String> added = subtitles("name=film.el.srt", SRT);

    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(added.body())
        .contains("\"language\":\"el\"")
        .contains("\"charset\":\"windows-1253\"")
        .contains("\"cues\":1");
    assertThat(one()).contains("film.el.srt");
  }

  @Test
  void subtitlesWithoutALanguage_areAskedForIt() throws Exception {
    HttpResponse<String> asked = subtitles("name=film.srt", SRT);
    HttpResponse<String> told = subtitles("name=film.srt&language=el", SRT);

    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body()).contains("/problems/language-needed");
    assertThat(told.statusCode()).isEqualTo(201);
  }

  @Test
  void subtitlesThatCannotBeRead_areRefused() throws Exception {
    HttpResponse<String> answer = subtitles("name=film.el.srt", new byte[] {1, 2, 3});

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("/problems/unreadable-subtitles");
  }

  @Test
  void removedSubtitles_areGone() throws Exception {
    String added = subtitles("name=film.el.srt", SRT).body();
    String subtitles = added.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");

    HttpResponse<String> answer =
        site.ask(
            "DELETE",
            "/api/uploads/" + id + "/subtitles/" + subtitles,
            new byte[0],
            request -> request);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(one()).contains("\"subtitles\":[]");
  }

  @Test
  void uploadOfSomebodyElse_isNotThere() throws Exception {
    HttpResponse<String> answer =
        site.ask(
            "GET", "/api/uploads/" + id, new byte[0], request -> request.setHeader("X-Who", "bea"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(
            site.ask(
                    "GET",
                    "/api/uploads",
                    new byte[0],
                    request -> request.setHeader("X-Who", "bea"))
                .body())
        .isEqualTo("{\"items\":[]}");
  }

  @Test
  void limits_tellHowMuchMayStillCome() throws Exception {
    String limits = site.ask("GET", "/api/uploads/limits", new byte[0], request -> request).body();

    assertThat(limits)
        .contains("\"largest\":50000000000")
        .contains("\"quotaBytes\":199999999000")
        .contains("\"quotaUploads\":199");
  }

  @Test
  void check_findsNothingWhereNothingIs() throws Exception {
    assertThat(
            site.ask(
                    "GET",
                    "/api/uploads/check?name=film.mp4&bytes=1000",
                    new byte[0],
                    request -> request)
                .body())
        .isEqualTo("{\"known\":[]}");
  }
}
