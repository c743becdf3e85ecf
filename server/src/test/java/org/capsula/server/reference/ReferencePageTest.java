package org.capsula.server.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.capsula.pipeline.json.Json;
import org.capsula.server.asset.Assets;
import org.capsula.server.http.InMemory;
import org.capsula.server.http.Problem;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.viewer.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people read of the API. */
final class ReferencePageTest {
  private final ReferencePage page = new ReferencePage(new Pages(Assets.load()));

  private String html() {
    Response answer = page.answer(new Request("GET", "/api-reference", Map.of(), Map.of()));
    InMemory body = (InMemory) answer.body();
    return StandardCharsets.UTF_8.decode(body.slice(0, body.length())).toString();
  }

  @Test
  void page_tellsEveryOperationOfTheDocument() {
    Object found = Json.read(OpenApi.text(), Map.class).get("paths");
    Map<?, ?> paths = found instanceof Map<?, ?> map ? map : Map.of();
    assertThat(paths).isNotEmpty();
    String html = html();
    paths.keySet().forEach(path -> assertThat(html).contains("<code>" + path + "</code>"));
    assertThat(html).contains("For: public", "For: admin", "integer (int64) or null", ", optional");
  }

  @Test
  void links_leadSomewhere() {
    String html = html();
    var targets =
        Pattern.compile("href=\"#([^\"]+)\"")
            .matcher(html)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(targets).contains("content", "problems", "value-Capsule");
    assertThat(targets).allSatisfy(id -> assertThat(html).contains("id=\"" + id + "\""));
  }

  @ParameterizedTest
  @EnumSource
  void typeOfAProblem_leadsToItsRow(Problem problem) {
    Response answer = page.problem(request(problem.code()));

    assertThat(answer.status()).isEqualTo(303);
    String place = "/api-reference#problem-" + problem.code();
    assertThat(answer.headers()).containsEntry("Location", place);
    assertThat(html()).contains("id=\"problem-" + problem.code() + "\"", problem.sentence());
  }

  @Test
  void typeThatDoesNotExist_leadsNowhere() {
    assertThat(page.problem(request("nothing")).status()).isEqualTo(404);
  }

  private static Request request(String code) {
    return new Request("GET", "/problems/" + code, Map.of(), Map.of()).with(Map.of("code", code));
  }
}
