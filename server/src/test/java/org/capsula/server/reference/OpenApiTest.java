package org.capsula.server.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.library.Library;
import org.capsula.server.AtRest;
import org.capsula.server.http.Access;
import org.capsula.server.http.Address;
import org.capsula.server.http.Problem;
import org.capsula.server.http.jetty.Site;
import org.capsula.server.serve.Routes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed document, against the table of routes and the classes that answer. */
final class OpenApiTest {
  private static final Path GOLDEN =
      Path.of("src/main/resources/org/capsula/server/reference/openapi.json");

  private static Library library;
  private static Site site;

  @BeforeAll
  static void open(@TempDir Path folder) {
    library = Library.open(folder.resolve("library"));
    site = Routes.of(AtRest.over(library, Clock.systemUTC()));
  }

  @AfterAll
  static void close() {
    library.close();
  }

  @Test
  void document_isThatOfTheProgram() throws IOException {
    String made = Json.indented(new ApiDescription(site).document());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, made);
      fail("openapi.json was written; look at what changed, and run again without golden.update");
    }
    assertThat(Files.readString(GOLDEN))
        .as("run this test with -Dgolden.update=true, and commit what it writes")
        .isEqualTo(made);
  }

  @Test
  void document_hasEveryRouteOfTheApi_andNoOther() {
    Set<String> documented = new TreeSet<>();
    operations((key, operation) -> documented.add(key));

    assertThat(documented)
        .isNotEmpty()
        .isEqualTo(apiRoutes().stream().map(OpenApiTest::key).collect(Collectors.toSet()));
  }

  @Test
  void operations_sayWhoMayCallThem() {
    Map<String, Access> access =
        apiRoutes().stream().collect(Collectors.toMap(OpenApiTest::key, Address::access));
    operations(
        (key, operation) -> {
          Access allowed = access.get(key);
          assertThat(operation.get("x-access"))
              .as(key)
              .isEqualTo(String.valueOf(allowed).toLowerCase(Locale.ROOT).replace('_', '-'));
          assertThat(operation.get("security")).as(key).isEqualTo(ways(allowed));
        });
  }

  private static List<Object> ways(@Nullable Access access) {
    Object session = Map.of("session", List.of());
    Object token = Map.of("token", List.of());
    return access == Access.PUBLIC
        ? List.of()
        : access != null && access.needsPerson() ? List.of(session) : List.of(session, token);
  }

  @Test
  void operations_areComplete() {
    List<String> ids = new ArrayList<>();
    operations(
        (key, operation) -> {
          ids.add((String) operation.get("operationId"));
          assertThat((String) operation.get("summary")).as(key).endsWith(".");
          assertThat(pathParameters(operation)).as(key).isEqualTo(braces(key));
          Map<?, ?> responses = in(operation, "responses");
          assertThat(responses.containsKey("default")).as(key).isTrue();
          assertThat(responses.keySet().stream().filter(s -> s.toString().startsWith("2")))
              .as(key)
              .hasSize(1);
        });
    assertThat(ids).doesNotHaveDuplicates();
  }

  private static Set<String> pathParameters(Map<?, ?> operation) {
    List<?> parameters = operation.get("parameters") instanceof List<?> given ? given : List.of();
    return parameters.stream()
        .map(each -> (Map<?, ?>) each)
        .filter(each -> "path".equals(each.get("in")))
        .map(each -> (String) each.get("name"))
        .collect(Collectors.toSet());
  }

  private static Set<String> braces(String key) {
    return Pattern.compile("\\{(\\w+)}")
        .matcher(key)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void references_leadSomewhere() {
    Map<?, ?> document = document();
    Set<String> references = new TreeSet<>();
    collect(document, references);

    assertThat(references).contains("#/components/schemas/Problem", "#/components/schemas/Capsule");
    for (String reference : references) {
      assertThat(in(document, reference.substring(2).split("/", -1))).as(reference).isNotEmpty();
    }
  }

  private static void collect(Object value, Set<String> references) {
    if (value instanceof Map<?, ?> map) {
      if (map.get("$ref") instanceof String reference) {
        references.add(reference);
      }
      map.values().forEach(each -> collect(each, references));
    }
    if (value instanceof List<?> list) {
      list.forEach(each -> collect(each, references));
    }
  }

  /** The contract of docs, field by field. */
  @Test
  void capsule_hasTheFieldsOfItsContract() {
    Map<?, ?> capsule = in(document(), "components", "schemas", "Capsule");

    assertThat(String.valueOf(in(capsule, "properties").keySet()))
        .isEqualTo(
            "[id, slug, title, summary, language, durationSeconds, subtitles, poster, playlist,"
                + " page, state, cues]");
    assertThat(String.valueOf(capsule.get("required"))).contains("summary", "poster");
    assertThat(String.valueOf(in(capsule, "properties", "summary"))).contains("[string, null]");
  }

  @Test
  void everyProblem_isDescribed() {
    String document = Json.compact(document());
    for (Problem problem : Problem.values()) {
      assertThat(document).contains("/problems/" + problem.code(), problem.sentence());
    }
  }

  private static Map<?, ?> in(Map<?, ?> document, String... names) {
    Map<?, ?> place = document;
    for (String name : names) {
      place = (Map<?, ?>) Objects.requireNonNull(place.get(name), name);
    }
    return place;
  }

  private interface Each {
    void look(String key, Map<?, ?> operation);
  }

  private static void operations(Each each) {
    in(document(), "paths")
        .forEach(
            (path, methods) ->
                ((Map<?, ?>) methods)
                    .forEach(
                        (method, operation) ->
                            each.look(
                                path + " " + method.toString().toUpperCase(Locale.ROOT),
                                (Map<?, ?>) operation)));
  }

  /** As the program serves it. */
  private static Map<?, ?> document() {
    return Json.read(OpenApi.text(), Map.class);
  }

  private static List<Address> apiRoutes() {
    return site.addresses().stream()
        .filter(address -> address.pattern().startsWith("/api/"))
        .toList();
  }

  private static String key(Address address) {
    return address.pattern() + " " + address.method();
  }
}
