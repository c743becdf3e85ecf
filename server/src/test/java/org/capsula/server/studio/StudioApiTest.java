package org.capsula.server.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.production.Production.State;
import org.capsula.server.studio.StudioServer.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioApiTest {
  private static final String CAPSULES = "/api/studio/capsules";

  @TempDir private Path folder;
  private StudioServer studio;
  private Visitor media;

  @BeforeEach
  void open() {
    studio = new StudioServer(folder);
    media = studio.visitor(Role.MEDIA);
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private String list(String query) throws Exception {
    HttpResponse<String> answer = studio.get(media, CAPSULES + query);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private int post(Visitor visitor, String path) throws Exception {
    return studio.send(visitor, "POST", CAPSULES + path).statusCode();
  }

  @Test
  void list_givesAllStatesByPages() throws Exception {
    for (String id : List.of("a", "b", "c")) {
      studio.addCapsule(id, "École " + id);
      Thread.sleep(2);
    }
    studio.produce("a");

    StudioCapsuleJson.PageJson first =
        Json.read(list("?limit=2"), StudioCapsuleJson.PageJson.class);
    StudioCapsuleJson.PageJson second =
        Json.read(list("?limit=2&after=" + first.next()), StudioCapsuleJson.PageJson.class);

    assertThat(first.items()).extracting(StudioCapsuleJson::id).containsExactly("c", "b");
    assertThat(first.items()).extracting(StudioCapsuleJson::state).containsOnly("draft");
    assertThat(second.next()).isNull();
    StudioCapsuleJson queued = second.items().get(0);
    assertThat(queued.title()).isEqualTo("École a");
    assertThat(queued.state()).isEqualTo("queued");
    assertThat(queued.production()).isNotNull();
    assertThat(list("?show=working")).contains("\"place\":1", "La prochaine de la file");
    assertThat(list("?q=ECOLE%20b")).contains("\"id\":\"b\"").doesNotContain("\"id\":\"a\"");
  }

  @Test
  void mistakesInTheAddress_areRefused() throws Exception {
    for (String query : List.of("?show=some", "?after=x", "?limit=0", "?limit=many")) {
      assertThat(studio.get(media, CAPSULES + query).statusCode()).as(query).isEqualTo(400);
    }
  }

  @Test
  void actions_changeTheCapsuleOnce() throws Exception {
    studio.addCapsule("a", "A");
    String failed = studio.produce("a");
    studio.fail(studio.begin(failed), "machine-failure", "The disk of /x is full.");

    String production = studio.get(media, "/api/studio/productions/" + failed).body();
    assertThat(production)
        .contains("\"state\":\"failed\"", "\"reason\":\"machine-failure\"", "La machine");

    String retried = studio.send(media, "POST", CAPSULES + "/a/retry").body();
    assertThat(retried).contains("\"changed\":true");
    String again = studio.send(media, "POST", CAPSULES + "/a/retry").body();
    assertThat(again).isEqualTo(retried.replace("true", "false"));
    assertThat(post(media, "/a/cancel")).isEqualTo(200);
    assertThat(studio.newest("a")).isEqualTo(State.CANCELLED);
    assertThat(post(media, "/a/release-held")).isEqualTo(409);

    assertThat(studio.send(media, "DELETE", CAPSULES + "/a").body()).contains("true");
    assertThat(list("")).contains("\"items\":[]");
    assertThat(list("?show=deleted")).contains("\"state\":\"deleted\"");
    assertThat(post(media, "/a/retry")).isEqualTo(404);
    assertThat(post(media, "/a/restore")).isEqualTo(200);
    assertThat(list("")).contains("\"id\":\"a\"");
  }

  @Test
  void whatIsNotThere_isNotFound() throws Exception {
    for (String action : List.of("retry", "cancel", "release-held", "restore")) {
      assertThat(post(media, "/x/" + action)).as(action).isEqualTo(404);
    }
    assertThat(studio.send(media, "DELETE", CAPSULES + "/x").statusCode()).isEqualTo(404);
    assertThat(studio.get(media, "/api/studio/productions/x").statusCode()).isEqualTo(404);
  }

  @Test
  void trainer_seesAndReleasesAndChangesNothingElse() throws Exception {
    Visitor trainer = studio.visitor(Role.TRAINER);
    studio.addCapsule("a", "A");

    assertThat(studio.get(trainer, CAPSULES).statusCode()).isEqualTo(200);
    assertThat(post(trainer, "/a/release-held")).isEqualTo(409);
    assertThat(post(trainer, "/a/retry")).isEqualTo(403);
    assertThat(studio.send(trainer, "DELETE", CAPSULES + "/a").statusCode()).isEqualTo(403);
  }
}
