package org.capsula.server.editor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.capsula.pipeline.account.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONSENT = "Signed by Mrs D., who may not be named";

  @TempDir static Path folder;
  private static EditedSite site;
  private static String capsule;

  @BeforeAll
  static void open() throws Exception {
    site = EditedSite.open(folder, Role.MEDIA).add("media/with-chapters.mp4");
    capsule = "/api/studio/capsules/" + site.capsule();
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static HttpResponse<String> send(
      Role role, String method, String path, @Nullable String seen, String body) throws Exception {
    return site.send(role, method, capsule + path, seen, body.getBytes(UTF_8), "application/json");
  }

  private static HttpResponse<String> patch(String seen, String body) throws Exception {
    return send(Role.MEDIA, "PATCH", "", seen, body);
  }

  private static JsonNode state() throws Exception {
    return JSON.readTree(send(Role.TRAINER, "GET", "", null, "").body());
  }

  private static String version() throws Exception {
    return state().get("version").asText();
  }

  @Test
  void whoMayNot_isRefused() throws Exception {
    assertThat(send(Role.VIEWER, "GET", "", null, "").statusCode()).isEqualTo(403);
    assertThat(send(Role.TRAINER, "GET", "", null, "").statusCode()).isEqualTo(200);
    assertThat(send(Role.TRAINER, "PATCH", "", version(), "{\"language\":\"el\"}").statusCode())
        .isEqualTo(403);
    assertThat(state().get("description").get("language").asText()).isEmpty();
  }

  @Test
  void versionThatIsNotTheNewest_isRefusedWithWhatIsSaidNow() throws Exception {
    String seen = version();
    assertThat(send(Role.MEDIA, "PATCH", "", null, "{}").statusCode()).isEqualTo(428);
    assertThat(patch(seen, "{\"titles\":{\"fr\":\"Un\"}}").statusCode()).isEqualTo(200);

    HttpResponse<String> late = patch(seen, "{\"titles\":{\"fr\":\"Deux\"}}");

    assertThat(late.statusCode()).isEqualTo(412);
    JsonNode problem = JSON.readTree(late.body());
    assertThat(problem.get("version").asText()).isEqualTo(version());
    assertThat(problem.get("description").get("titles").get("fr").asText()).isEqualTo("Un");
  }

  @Test
  void consent_isTheStudiosAlone() throws Exception {
    patch(version(), "{\"consent\":{\"note\":\"" + CONSENT + "\",\"validUntil\":\"2031-01-31\"}}");

    assertThat(state().get("description").get("consent").get("note").asText()).isEqualTo(CONSENT);
    for (String address :
        new String[] {
          "/",
          "/c/" + site.slug(),
          "/api/capsules",
          "/api/capsules/" + site.capsule(),
          "/c/" + site.slug() + "/multivariant.m3u8"
        }) {
      HttpResponse<String> shown = site.send(Role.VIEWER, "GET", address, null, new byte[0], "x/x");
      assertThat(shown.statusCode()).as(address).isEqualTo(200);
      assertThat(shown.body()).as(address).doesNotContain("Mrs D.");
    }
  }

  @Test
  void valuesThatCannotBe_areRefused() throws Exception {
    for (String change :
        new String[] {
          "{\"trim\":{\"startSeconds\":5,\"endSeconds\":2}}",
          "{\"trim\":{\"startSeconds\":-1,\"endSeconds\":null}}",
          "{\"consent\":{\"note\":\"x\",\"validUntil\":\"soon\"}}",
          "{\"chapters\":{\"own\":true,\"list\":[{\"startSeconds\":1,\"title\":\"\",\"language\":\"fr\"}]}}",
          "{\"situation\":{\"titles\":{},\"narratives\":{},\"themes\":[],\"country\":\"XX\"}}",
          "{\"titles\":{\"nonsense!\":\"x\"}}",
          "null",
          "{\"titles\":{\"fr\":null}}",
          "{\"keywords\":{\"fr\":[null]}}",
          "{\"keywords\":{\"fr\":null}}",
          "{\"situation\":{\"titles\":{},\"narratives\":{},\"themes\":[null],\"country\":null}}",
          "{\"chapters\":{\"own\":true,\"list\":[null]}}"
        }) {
      assertThat(patch(version(), change).statusCode()).as(change).isEqualTo(400);
    }
  }

  @Test
  void refusal_saysWhichValueAndWhichRule() throws Exception {
    String long301 = "x".repeat(301);
    assertMisfit("{\"titles\":{\"fr\":\"" + long301 + "\"}}", "titles.fr", "too-long", "300");
    assertMisfit(
        "{\"situation\":{\"titles\":{},\"narratives\":{},\"themes\":[],\"country\":\"XX\"}}",
        "situation.country",
        "no-country",
        "");
    assertMisfit(
        "{\"collection\":{\"id\":null,\"titles\":{\"fr\":\"A\"},\"order\":-1}}",
        "collection.order",
        "no-place",
        "100000");
    assertMisfit("{\"trim\":{\"startSeconds\":5,\"endSeconds\":2}}", "trim", "no-part", "");
  }

  private static void assertMisfit(String change, String field, String rule, String most)
      throws Exception {
    JsonNode problem = JSON.readTree(patch(version(), change).body());
    assertThat(problem.path("field").asText()).isEqualTo(field);
    assertThat(problem.path("rule").asText()).as(field).isEqualTo(rule);
    assertThat(problem.path("most").asText()).as(field).isEqualTo(most);
    assertThat(problem.path("reason").asText()).as(field).isEqualTo("invalid");
  }

  @Test
  void contentThatIsNull_isRefused() throws Exception {
    assertThat(send(Role.MEDIA, "POST", "/poster/frame", null, "null").statusCode()).isEqualTo(400);
    assertThat(send(Role.MEDIA, "PATCH", "/tracks/x", "seen", "null").statusCode()).isEqualTo(400);
  }

  @Test
  void subtitles_areChangedByWhoHasSeenThem() throws Exception {
    byte[] greek =
        "1\n00:00:00,000 --> 00:00:01,000\nΆννα, πού είναι;\n"
            .getBytes(Charset.forName("windows-1253"));
    assertThat(track(greek, "film.el.srt").statusCode()).isEqualTo(200);
    assertThat(track(greek, "other.el.srt").statusCode()).isEqualTo(409);
    assertThat(track("no subtitles".getBytes(UTF_8), "x.fr.srt").statusCode()).isEqualTo(422);

    JsonNode track = state().get("tracks").get(0);
    String path = "/tracks/" + track.get("id").asText();
    String change = "{\"charset\":\"ISO-8859-7\"}";
    assertThat(send(Role.MEDIA, "PATCH", path, "other", change).statusCode()).isEqualTo(412);
    assertThat(send(Role.MEDIA, "PATCH", path, track.get("seen").asText(), change).statusCode())
        .isEqualTo(200);
    assertThat(state().get("tracks").get(0).get("charset").asText()).isEqualTo("ISO-8859-7");
    HttpResponse<String> source = send(Role.TRAINER, "GET", path + "/source", null, "");
    assertThat(source.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("attachment;"));
    assertThat(source.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(value -> assertThat(value).contains("sandbox"));
  }

  private static HttpResponse<String> track(byte[] bytes, String name)
      throws IOException, InterruptedException {
    return site.send(
        Role.MEDIA,
        "POST",
        capsule + "/tracks?name=" + name,
        null,
        bytes,
        "application/octet-stream");
  }

  @Test
  void whatIsNoPicture_isNoPoster() throws Exception {
    HttpResponse<String> refused =
        site.send(
            Role.MEDIA,
            "PUT",
            capsule + "/poster",
            null,
            "#EXTM3U\n/etc/passwd\n".getBytes(UTF_8),
            "image/jpeg");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(refused.body()).get("reason").asText()).isEqualTo("unreadable");
    assertThat(state().get("poster").get("own").asBoolean()).isFalse();
  }
}
