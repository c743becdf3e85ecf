package org.capsula.server.cues;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.capsula.pipeline.account.Role;
import org.capsula.server.AtRest;
import org.capsula.server.http.Access;
import org.capsula.server.http.Address;
import org.capsula.server.http.Caller;
import org.capsula.server.http.jetty.Site;
import org.capsula.server.http.jetty.WebServer;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.serve.Routes;
import org.capsula.subtitles.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The real application; {@code Who} says who asks. */
class CuesApiTest {
  private static final String WEBVTT =
      """
      WEBVTT

      REGION
      id:left
      width:40%

      intro
      00:00:01.000 --> 00:00:03.000 line:0 align:start
      <v Anna>R&amp;D <b>a</b> &lt;b

      00:00:04.000 --> 00:00:06.000 region:left
      Deux
      """;

  private static final String TWO =
      "[{\"id\":\"intro\",\"startTime\":1,\"endTime\":3,\"text\":\"<v Anna>R&D <b>a</b> &lt;b\","
          + "\"settings\":\"line:0 align:start\"},"
          + "{\"id\":null,\"startTime\":4,\"endTime\":6,\"text\":\"%s\",\"settings\":\"region:left\"}]";

  private SmallLibrary small;
  private WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    small = new SmallLibrary(folder);
    small.addTrack("fr", WEBVTT);
    Site site = Routes.of(AtRest.over(small.library, SmallLibrary.CLOCK));
    server =
        new WebServer(
            "127.0.0.1",
            0,
            new Site(
                site.routes(),
                site.errorPage(),
                site.api(),
                request ->
                    request
                        .header("Who")
                        .map(who -> Caller.session("s", who, who, Role.MEDIA))
                        .orElse(Caller.NOBODY)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
    small.close();
  }

  @Test
  void cues_areReadAsPeopleWriteThem() throws Exception {
    HttpResponse<String> answer = ask("GET", "cues", null);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
    assertThat(answer.body())
        .contains("\"revision\":{\"number\":1,")
        .contains(
            "\"cues\":"
                + TWO.formatted("Deux")
                    .replace(":1,", ":1.0,")
                    .replace(":3,", ":3.0,")
                    .replace(":4,", ":4.0,")
                    .replace(":6,", ":6.0,"));
  }

  @Test
  void correction_isSavedWithEverythingElseAsItWas() throws Exception {
    HttpResponse<String> answer =
        ask("PUT", "cues", "{\"revision\":1,\"cues\":" + TWO.formatted("Trois & 4") + "}");

    assertThat(answer.body()).contains("\"number\":2").contains("\"madeBy\":\"Ana\"");
    assertThat(small.webvtt("fr"))
        .contains("REGION\nid:left\nwidth:40%")
        .contains("intro\n00:00:01.000 --> 00:00:03.000 line:0 align:start\n")
        .contains("<v Anna>R&amp;D <b>a</b> &lt;b\n")
        .contains("00:00:04.000 --> 00:00:06.000 region:left\nTrois &amp; 4\n");
  }

  @Test
  void correctionOfAnOldRevision_isRefusedWithTheNewOne() throws Exception {
    ask("PUT", "cues", "{\"revision\":1,\"cues\":" + TWO.formatted("Ana") + "}");

    HttpResponse<String> answer =
        ask("PUT", "cues", "{\"revision\":1,\"cues\":" + TWO.formatted("Bob") + "}");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("\"revision\":2").contains("\"madeBy\":\"Ana\"");
    assertThat(small.webvtt("fr")).contains("\nAna\n").doesNotContain("Bob");
  }

  @Test
  void olderRevision_isRestored() throws Exception {
    ask("PUT", "cues", "{\"revision\":1,\"cues\":" + TWO.formatted("Ana") + "}");

    HttpResponse<String> stale = ask("POST", "revisions/1/restore", "{\"revision\":1}");
    HttpResponse<String> answer = ask("POST", "revisions/1/restore", "{\"revision\":2}");

    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("\"number\":3").contains("Deux");
    assertThat(ask("GET", "revisions", null).body())
        .containsSubsequence("\"number\":3", "\"number\":2", "\"number\":1");
    assertThat(ask("POST", "revisions/9/restore", "{\"revision\":3}").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"en, A line has", "fr, Une ligne a", "el, Μια γραμμή έχει", "'lb,de', Eng Zeil huet"})
  void findings_areInTheLanguageAskedFor(String wish, String words) throws Exception {
    String cues = "[{\"startTime\":1,\"endTime\":7,\"text\":\"" + "word ".repeat(9) + "wort\"}]";

    HttpResponse<String> answer = ask("POST", "check", "{\"cues\":" + cues + "}", wish);

    assertThat(answer.body())
        .contains("\"code\":\"line-too-long\"")
        .contains(words)
        .contains("\"fix\":{\"from\":0,\"to\":1,\"cues\":[{")
        .contains("word word word word word\\nword word word word wort");
    assertThat(small.webvtt("fr")).isEqualTo(WEBVTT);
  }

  @Test
  void caret_isCountedInWhatIsWritten() throws Exception {
    String cue = "[{\"startTime\":0,\"endTime\":4,\"text\":\"R&D vend\"}]";

    assertThat(ask("POST", "split", "{\"place\":3,\"cues\":" + cue + "}").body())
        .contains("\"text\":\"R&D\"")
        .contains("\"text\":\"vend\"");
    assertThat(ask("POST", "split", "{\"place\":0,\"cues\":" + cue + "}").body())
        .isEqualTo("{\"edit\":null}");
  }

  @Test
  void merge_takesTwo() throws Exception {
    assertThat(ask("POST", "merge", "{\"cues\":" + TWO.formatted("Deux") + "}").body())
        .contains("\"from\":0,\"to\":2")
        .contains("&lt;b\\nDeux");
    assertThat(ask("POST", "merge", "{\"cues\":[]}").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{|400",
        "null|400",
        "[]|400",
        "{}|400",
        "{\"revision\":1}|400",
        "{\"revision\":0,\"cues\":[]}|400",
        "{\"cues\":[]}|400",
        "{\"revision\":1,\"cues\":[null]}|400",
        "{\"revision\":1,\"cues\":[{\"startTime\":-1,\"endTime\":2}]}|400",
        "{\"revision\":1,\"cues\":[{\"startTime\":\"NaN\",\"endTime\":2}]}|400",
        "{\"revision\":1,\"cues\":[{\"startTime\":1,\"endTime\":1e99}]}|400",
        "{\"revision\":1,\"cues\":[{\"startTime\":1,\"endTime\":2,\"settings\":\"line:x\"}]}|400",
        "{\"revision\":1,\"cues\":[{\"startTime\":1,\"endTime\":2,\"settings\":\"region:no\"}]}|400",
        "{\"revision\":1,\"cues\":[],\"more\":1}|400",
      })
  void whatNoFileCouldHold_isRefused(String body, int status) throws Exception {
    HttpResponse<String> answer = ask("PUT", "cues", body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(small.webvtt("fr")).isEqualTo(WEBVTT);
  }

  @Test
  void moreThanAnyFilmHas_isRefused() throws Exception {
    String many = "{\"startTime\":1,\"endTime\":2},".repeat(20_000);

    assertThat(ask("POST", "check", "{\"cues\":[" + many + many + "null]}").statusCode())
        .isEqualTo(413);
    assertThat(ask("POST", "check", "x".repeat(4_000_001)).statusCode()).isEqualTo(413);
  }

  /** What would end a cue, or the file's grammar, stays within its cue. */
  @Test
  void hostileText_breaksOutOfNothing() throws Exception {
    String text =
        "a\\n\\n00:00:09.000 --> 00:00:10.000\\nSTYLE\\r\\n\\r\\n\\u0000NOTE <script>x</script>";

    HttpResponse<String> answer =
        ask(
            "PUT",
            "cues",
            "{\"revision\":1,\"cues\":[{\"startTime\":1,\"endTime\":2,\"text\":\""
                + text
                + "\"}]}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ask("GET", "cues", null).body())
        .contains("\"cues\":1")
        .containsOnlyOnce("},{\"severity\":\"warning\",\"code\":\"tag-unknown\"");
    assertThat(small.webvtt("fr").split("-->")).hasSize(2);
  }

  @Test
  void trackThatIsNotThere_is404() throws Exception {
    URI nowhere = URI.create(base() + "/xx/cues");

    assertThat(send(HttpRequest.newBuilder(nowhere).header("Who", "a-1")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void everyAddress_isForTheStudioAlone() throws Exception {
    Site site = Routes.of(AtRest.over(small.library, SmallLibrary.CLOCK));
    Set<Access> access = EnumSet.noneOf(Access.class);
    site.addresses().stream()
        .filter(
            address ->
                address.pattern().startsWith("/api/studio/tracks/")
                    || address.pattern().contains("/cues/"))
        .map(Address::access)
        .forEach(access::add);

    assertThat(access).containsExactly(Access.STUDIO);
    assertThat(send(HttpRequest.newBuilder(URI.create(base() + "/fr/cues"))).statusCode())
        .isEqualTo(401);
  }

  static Stream<Code> codesOfTheCheck() {
    return Stream.concat(
        Stream.of(Code.END_BEFORE_START),
        Arrays.stream(Code.values()).filter(code -> code.compareTo(Code.CUE_OVERLAP) >= 0));
  }

  @ParameterizedTest
  @EnumSource(PageLanguage.class)
  void everyCode_hasWords(PageLanguage language) {
    assertThat(codesOfTheCheck())
        .allMatch(
            code ->
                Messages.of(language).find("cues.finding." + code.word(), "1", "2").isPresent());
    assertThat(codesOfTheCheck())
        .filteredOn(code -> code != Code.CUE_TOO_LONG)
        .allMatch(code -> Messages.of(language).find("cues.fix." + code.word()).isPresent());
  }

  private String base() {
    return "http://127.0.0.1:" + server.port() + "/api/studio/tracks";
  }

  private HttpResponse<String> ask(String method, String path, @Nullable String body)
      throws Exception {
    return ask(method, path, body, "en");
  }

  private HttpResponse<String> ask(
      String method, String path, @Nullable String body, String language) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base() + "/fr/" + path))
            .header("Who", "a-1")
            .header("Accept-Language", language);
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return send(request.header("Origin", "http://127.0.0.1:" + server.port()));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
