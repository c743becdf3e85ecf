package org.capsula.server.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
