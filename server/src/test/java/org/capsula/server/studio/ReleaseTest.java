package org.capsula.server.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.announcement.AuditStore;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is decided of a capsule, and how its newest production is told in a page's language. */
class ReleaseTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static StudioServer server;
  private static StudioServer.Visitor trainer;

  @BeforeAll
  static void open(@TempDir Path folder) {
    server = new StudioServer(folder);
    trainer = server.visitor(Role.TRAINER);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static HttpResponse<String> post(String path) throws Exception {
    return server.send(trainer, "POST", "/api/studio/capsules/" + path);
  }

  private static JsonNode release(String id) throws Exception {
    return JSON.readTree(server.get(trainer, "/api/studio/capsules/" + id + "/release").body());
  }

  @Test
  void deletedCapsule_isNeitherOpenedNorClosed() throws Exception {
    server.addCapsule("gone", "Partie");
    StudioServer.Visitor media = server.visitor(Role.MEDIA);
    assertThat(server.send(media, "DELETE", "/api/studio/capsules/gone").statusCode())
        .isEqualTo(200);

    assertThat(post("gone/release/open").statusCode()).isEqualTo(404);
    assertThat(post("gone/release/close").statusCode()).isEqualTo(404);
    assertThat(server.send(media, "POST", "/api/studio/capsules/gone/restore").statusCode())
        .isEqualTo(200);

    assertThat(release("gone").get("state").asText()).isEqualTo("draft");
  }

  @Test
  void openedWithoutWhatItNeeds_saysWhatIsInTheWay() throws Exception {
    server.addCapsule("early", "Trop tôt");
    server.write(
        session -> {
          new ReleaseStore(session).requireLanguages("early", List.of("el", "ro"));
          return true;
        });
    assertThat(release("early").get("audience").isNull()).isTrue();

    JsonNode opened = JSON.readTree(post("early/release/open").body());

    assertThat(opened.get("state").asText()).isEqualTo("open");
    assertThat(opened.get("audience").asText()).isEqualTo("public");
    assertThat(opened.get("page").isNull()).as("nobody sees it").isTrue();
    assertThat(opened.get("hindrances").findValuesAsText("code"))
        .containsExactly("no-film", "languages");
    assertThat(opened.get("hindrances").findValuesAsText("sentence"))
        .containsExactly(
            "Le film n’est pas encore prêt.", "Il manque des sous-titres\u00a0: grec, roumain");
  }

  @Test
  void failedProduction_isToldTheEditorInItsLanguage() throws Exception {
    server.addCapsule("failed", "Ratée");
    server.fail(server.begin(server.produce("failed")), "no-tracks", "It holds no tracks.");

    JsonNode production =
        JSON.readTree(server.get(trainer, "/api/studio/capsules/failed").body()).get("production");

    assertThat(production.get("reason").asText())
        .isEqualTo("Le fichier ne contient ni image ni son. Exportez le film à nouveau.");
    assertThat(production.get("reasonLanguage").asText()).isEqualTo("fr");
  }

  private static HttpResponse<String> decide(String id, String json) throws Exception {
    return server.put(trainer, "/api/studio/capsules/" + id + "/release", json);
  }

  @Test
  void release_isKeptAsItWasDecidedAndStandsInTheTrail() throws Exception {
    server.addCapsule("decided", "Décidée");

    HttpResponse<String> answer =
        decide(
            "decided",
            """
            {"audience": "link", "opens": "2027-01-12T09:00", "closes": "2027-06-30T18:00",
             "zone": "Europe/Athens", "required": {"el": "approved", "fre": "draft"},
             "announced": true, "after": "archived"}
            """);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode now = release("decided");
    assertThat(now.get("opens").asText()).isEqualTo("2027-01-12T07:00:00Z");
    assertThat(now.get("closes").asText()).isEqualTo("2027-06-30T15:00:00Z");
    assertThat(now.get("link").asText()).matches("/c/decided~[0-9a-f]{32}");
    assertThat(now.get("terms"))
        .isEqualTo(
            JSON.readTree(
                """
                {"audience": "link", "opens": "2027-01-12T09:00", "closes": "2027-06-30T18:00",
                 "zone": "Europe/Athens", "required": {"el": "approved", "fr": "draft"},
                 "announced": true, "after": "archived"}
                """));
    assertThat(now.get("hindrances").findValuesAsText("code"))
        .containsExactly("no-film", "languages");
    assertThat(server.<List<AuditStore.Entry>>write(s -> new AuditStore(s).of("decided", 5)))
        .extracting(AuditStore.Entry::deed, AuditStore.Entry::who)
        .containsExactly(tuple("scheduled", "Ana"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "opens | empty      | {'zone': 'Europe/Paris'}",
        "opens | unreadable | {'opens': 'tomorrow', 'zone': 'Europe/Paris'}",
        "opens | unreadable | {'opens': '2027-02-30T09:00', 'zone': 'Europe/Paris'}",
        "zone  | unknown    | {'opens': '2027-01-12T09:00', 'zone': 'Europe/Paree'}",
        "zone  | unknown    | {'opens': '2027-01-12T09:00'}",
        "audience | unknown | {'opens': '2027-01-12T09:00', 'zone': 'UTC', 'audience': 'all'}",
        "required | unknown | {'opens': '2027-01-12T09:00', 'zone': 'UTC', 'required': {'el': 'good'}}",
        "after | unknown    | {'opens': '2027-01-12T09:00', 'zone': 'UTC', 'after': 'gone'}",
        "closes | early     | {'opens': '2027-01-12T09:00', 'closes': '2027-01-12T09:00', 'zone': 'UTC'}",
        "opens | skipped    | {'opens': '2027-03-28T02:30', 'zone': 'Europe/Paris'}",
        "closes | twice     | {'opens': '2027-01-12T09:00', 'closes': '2027-10-31T03:30', 'zone': 'Europe/Athens'}",
        "opens | offset     | {'opens': '2027-01-12T09:00+05:00', 'zone': 'Europe/Paris'}"
      })
  void mistake_isNamedAndNothingIsDecided(String field, String rule, String json) throws Exception {
    server.addCapsule("m" + json.hashCode(), "Faute");

    HttpResponse<String> answer = decide("m" + json.hashCode(), json.replace('\'', '"'));

    JsonNode problem = JSON.readTree(answer.body());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem.get("field").asText()).isEqualTo(field);
    assertThat(problem.get("rule").asText()).isEqualTo(rule);
    assertThat(problem.path("meanings").size())
        .isEqualTo(
            switch (rule) {
              case "skipped", "twice" -> 2;
              case "offset" -> 1;
              default -> 0;
            });
    assertThat(release("m" + json.hashCode()).get("state").asText()).isEqualTo("draft");
  }

  @Test
  void timeThatComesTwice_isTakenWithItsOffset() throws Exception {
    server.addCapsule("twice", "Deux fois");

    decide("twice", "{\"opens\": \"2027-10-31T03:30+02:00\", \"zone\": \"Europe/Athens\"}");

    assertThat(release("twice").get("opens").asText()).isEqualTo("2027-10-31T01:30:00Z");
    assertThat(release("twice").get("terms").get("opens").asText())
        .isEqualTo("2027-10-31T03:30+02:00");
  }
}
