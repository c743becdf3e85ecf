package org.capsula.server.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.announcement.AuditStore;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The releases of a whole collection, decided at once. */
class PlanTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static StudioServer server;
  private static StudioServer.Visitor trainer;
  private static int collections;

  @BeforeAll
  static void open(@TempDir Path folder) {
    server = new StudioServer(folder);
    trainer = server.visitor(Role.TRAINER);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  /** A collection of so many capsules, the last of its order added first. */
  private static String collection(int capsules) {
    int number = ++collections;
    String id =
        server.write(
            s ->
                new CollectionStore(s)
                    .findOrMake(new Texts(Map.of("fr", "Série " + number)), Instant.EPOCH));
    for (int order = capsules; order >= 1; order--) {
      String capsule = number + "-" + order;
      server.addCapsule(capsule, "Capsule " + capsule);
      place(capsule, id, order);
    }
    return id;
  }

  private static void place(String capsule, String collection, int order) {
    server.write(
        s -> {
          CapsuleStore store = new CapsuleStore(s);
          Capsule before = store.byId(capsule).orElseThrow();
          store.update(
              new Capsule(
                  before.id(),
                  before.slug(),
                  before.footageSha256(),
                  before.footageName(),
                  before.language(),
                  before.situationId(),
                  collection,
                  order,
                  before.sheetSha256(),
                  before.editionId(),
                  before.createdAt()));
          return true;
        });
  }

  private static HttpResponse<String> plan(String collection, String json) throws Exception {
    return server.put(
        trainer, "/api/studio/collections/" + collection + "/releases", json.replace('\'', '"'));
  }

  private static JsonNode release(String capsule) throws Exception {
    return JSON.readTree(
        server.get(trainer, "/api/studio/capsules/" + capsule + "/release").body());
  }

  private static String opens(String capsule) throws Exception {
    return release(capsule).get("opens").asText();
  }

  @Test
  void capsules_openOneAWeekInTheOrderOfTheCollection() throws Exception {
    String id = collection(3);

    HttpResponse<String> answer =
        plan(
            id,
            "{'first': '2027-01-12T09:00', 'every': 'P1W', 'closesAfter': 'P10D', 'terms':"
                + " {'audience': 'signed-in', 'zone': 'Europe/Athens', 'required': {'el':"
                + " 'approved'}, 'after': 'archived'}}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode items = JSON.readTree(answer.body()).get("items");
    assertThat(items.findValuesAsText("capsule"))
        .containsExactly(collections + "-1", collections + "-2", collections + "-3");
    assertThat(items.findValues("release"))
        .extracting(each -> each.get("opens").asText(), each -> each.get("closes").asText())
        .containsExactly(
            tuple("2027-01-12T07:00:00Z", "2027-01-22T07:00:00Z"),
            tuple("2027-01-19T07:00:00Z", "2027-01-29T07:00:00Z"),
            tuple("2027-01-26T07:00:00Z", "2027-02-05T07:00:00Z"));
    JsonNode last = release(collections + "-3");
    assertThat(last.get("audience").asText()).isEqualTo("signed-in");
    assertThat(last.at("/terms/required/el").asText()).isEqualTo("approved");
    assertThat(last.at("/terms/after").asText()).isEqualTo("archived");
    String capsule = collections + "-2";
    assertThat(server.<List<AuditStore.Entry>>write(s -> new AuditStore(s).of(capsule, 5)))
        .extracting(AuditStore.Entry::deed, AuditStore.Entry::who)
        .containsExactly(tuple("scheduled", "Ana"));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Brussels,   2027-03-25, 2027-03-25T08:00:00Z, 2027-03-28T07:00:00Z",
    "Europe/Paris,      2027-03-25, 2027-03-25T08:00:00Z, 2027-03-28T07:00:00Z",
    "Europe/Luxembourg, 2027-03-25, 2027-03-25T08:00:00Z, 2027-03-28T07:00:00Z",
    "Europe/Athens,     2027-03-25, 2027-03-25T07:00:00Z, 2027-03-28T06:00:00Z",
    "Europe/Bucharest,  2027-03-25, 2027-03-25T07:00:00Z, 2027-03-28T06:00:00Z",
    "Europe/Brussels,   2027-10-28, 2027-10-28T07:00:00Z, 2027-10-31T08:00:00Z",
    "Europe/Paris,      2027-10-28, 2027-10-28T07:00:00Z, 2027-10-31T08:00:00Z",
    "Europe/Luxembourg, 2027-10-28, 2027-10-28T07:00:00Z, 2027-10-31T08:00:00Z",
    "Europe/Athens,     2027-10-28, 2027-10-28T06:00:00Z, 2027-10-31T07:00:00Z",
    "Europe/Bucharest,  2027-10-28, 2027-10-28T06:00:00Z, 2027-10-31T07:00:00Z"
  })
  void nineOClock_staysNineOClockWhenTheClocksChange(
      String zone, String day, String first, String second) throws Exception {
    String id = collection(2);

    plan(
        id,
        "{'first': '"
            + day
            + "T09:00', 'every': 'P3D', 'closesAfter': 'P3D', 'terms': {'zone': '"
            + zone
            + "'}}");

    assertThat(opens(collections + "-1")).isEqualTo(first);
    assertThat(opens(collections + "-2")).isEqualTo(second);
    assertThat(release(collections + "-1").get("closes").asText()).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Paris, 2027-03-21T02:30, skipped, 2027-03-28T02:30, 2027-03-28T03:30+02:00,"
        + " 2027-03-28T01:30:00Z",
    "Europe/Athens, 2027-10-24T03:30, twice, 2027-10-31T03:30, 2027-10-31T03:30+02:00,"
        + " 2027-10-31T01:30:00Z"
  })
  void timeThatIsNotOne_isAskedBackAndNothingIsDecidedBefore(
      String zone, String first, String rule, String time, String answer, String instant)
      throws Exception {
    String id = collection(2);
    String plan = "{'first': '" + first + "', 'every': 'P1W', 'terms': {'zone': '" + zone + "'}";

    HttpResponse<String> asked = plan(id, plan + "}");

    JsonNode problem = JSON.readTree(asked.body());
    assertThat(asked.statusCode()).isEqualTo(400);
    assertThat(problem.get("rule").asText()).isEqualTo(rule);
    assertThat(problem.get("time").asText()).isEqualTo(time);
    assertThat(problem.get("capsule").asText()).isEqualTo(collections + "-2");
    assertThat(problem.get("meanings")).extracting(JsonNode::asText).hasSize(2).contains(answer);
    assertThat(release(collections + "-1").get("state").asText()).isEqualTo("draft");

    plan(id, plan + ", 'meanings': {'" + time + "': '" + answer + "'}}");

    assertThat(opens(collections + "-2")).isEqualTo(instant);
  }

  @Test
  void openCapsule_staysAsItIsUnlessAsked() throws Exception {
    String id = collection(3);
    server.send(trainer, "POST", "/api/studio/capsules/" + collections + "-2/release/open");
    String opened = opens(collections + "-2");
    String plan = "{'first': '2027-01-12T09:00', 'every': 'P1D', 'terms': {'zone': 'UTC'}";

    plan(id, plan + "}");

    assertThat(opens(collections + "-1")).isEqualTo("2027-01-12T09:00:00Z");
    assertThat(opens(collections + "-2")).isEqualTo(opened);
    assertThat(opens(collections + "-3")).as("the next day").isEqualTo("2027-01-13T09:00:00Z");

    plan(id, plan + ", 'again': true}");

    assertThat(opens(collections + "-2")).isEqualTo("2027-01-13T09:00:00Z");
    assertThat(opens(collections + "-3")).isEqualTo("2027-01-14T09:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "first | empty      | {'every': 'P1W', 'terms': {'zone': 'UTC'}}",
        "first | unreadable | {'first': 'soon', 'every': 'P1W', 'terms': {'zone': 'UTC'}}",
        "first | unreadable | {'first': '+99999-01-01T09:00', 'every': 'P1W', 'terms': {'zone': 'UTC'}}",
        "every | no-span    | {'first': '2027-01-12T09:00', 'terms': {'zone': 'UTC'}}",
        "every | no-span    | {'first': '2027-01-12T09:00', 'every': 'P0D', 'terms': {'zone': 'UTC'}}",
        "every | no-span    | {'first': '2027-01-12T09:00', 'every': 'P1M', 'terms': {'zone': 'UTC'}}",
        "every | no-span    | {'first': '2027-01-12T09:00', 'every': 'P-1W', 'terms': {'zone': 'UTC'}}",
        "closesAfter | no-span | {'first': '2027-01-12T09:00', 'every': 'P1W', 'closesAfter': 'later', 'terms': {'zone': 'UTC'}}",
        "zone  | unknown    | {'first': '2027-01-12T09:00', 'every': 'P1W', 'terms': {}}",
        "terms | empty      | {'first': '2027-01-12T09:00', 'every': 'P1W'}",
        "audience | unknown | {'first': '2027-01-12T09:00', 'every': 'P1W', 'terms': {'zone': 'UTC', 'audience': 'all'}}"
      })
  void mistake_isNamedAndNothingIsDecided(String field, String rule, String json) throws Exception {
    String id = collection(1);

    HttpResponse<String> answer = plan(id, json);

    JsonNode problem = JSON.readTree(answer.body());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem.get("field").asText()).isEqualTo(field);
    assertThat(problem.get("rule").asText()).isEqualTo(rule);
    assertThat(release(collections + "-1").get("state").asText()).isEqualTo("draft");
  }

  @Test
  void collectionThatIsNotThere_isUnknown() throws Exception {
    String plan = "{'first': '2027-01-12T09:00', 'every': 'P1W', 'terms': {'zone': 'UTC'}}";

    assertThat(plan("none", plan).statusCode()).isEqualTo(404);
    assertThat(server.get(trainer, "/schedule/collections/none").statusCode()).isEqualTo(404);
  }
}
