package org.capsula.subtitles.webvtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.SharedData;
import org.capsula.subtitles.text.Decoder;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The file-parsing tests of web-platform-tests: one test for each of their assertions. */
class FileParsingTest {
  private static final String FOLDER = "subtitles/webvtt/file-parsing";

  /**
   * Four assertions of settings-region.json contradict the script they were made from, the standard
   * and the fifth ("cues[0].region differs from cues[1].region"): they want null where
   * settings-region.js of w3c/webvtt.js wants the regions foo, bar, bar and foo. {@link
   * #settingsRegion_asInTheOriginalScript_hasTheRegions} says what the script says.
   */
  private static final Set<String> NULL_IN_ERROR =
      Set.of("cues[0].region", "cues[1].region", "cues[2].region", "cues[4].region");

  private record Expectation(String path, String how, JsonNode value) {
    boolean isInError(Path file) {
      return file.endsWith("settings-region.vtt")
          && how.equals("equals")
          && NULL_IN_ERROR.contains(path);
    }
  }

  @TestFactory
  Stream<DynamicContainer> file_parsed_meetsItsExpectations() {
    return SharedData.files(FOLDER, ".vtt").stream()
        .map(file -> DynamicContainer.dynamicContainer(name(file), tests(file)));
  }

  @Test
  void data_complete_has37FilesAnd440Assertions() {
    List<Path> files = SharedData.files(FOLDER, ".vtt");
    assertThat(files).hasSize(37);
    assertThat(files.stream().mapToInt(file -> expectations(file).size()).sum()).isEqualTo(440);
  }

  @Test
  void settingsRegion_asInTheOriginalScript_hasTheRegions() {
    List<String> ids =
        cues(SharedData.path(FOLDER + "/settings-region.vtt")).stream()
            .map(cue -> cue.settings().region())
            .map(region -> region == null ? "null" : region.id())
            .toList();

    assertThat(ids)
        .containsExactly("foo", "bar", "bar", "null", "foo", "null", "null", "null", "null");
  }

  private static Stream<DynamicTest> tests(Path file) {
    List<Cue> cues = cues(file);
    Stream<DynamicTest> shown =
        Stream.of(DynamicTest.dynamicTest("cues", () -> assertCues(cues, json(file))));
    Stream<DynamicTest> assertions =
        expectations(file).stream()
            .filter(expectation -> !expectation.isInError(file))
            .map(expectation -> test(expectation, document(cues)));
    return Stream.concat(shown, assertions);
  }

  private static DynamicTest test(Expectation expectation, JsonNode document) {
    return DynamicTest.dynamicTest(
        expectation.toString(), () -> check(expectation, resolve(document, expectation), document));
  }

  private static void check(Expectation expectation, JsonNode actual, JsonNode document) {
    switch (expectation.how()) {
      case "equals" -> assertThat(comparable(actual)).isEqualTo(comparable(expectation.value()));
      case "differs" -> assertThat(actual).isNotEqualTo(at(document, other(expectation)));
      case "within" ->
          assertThat(actual.asDouble())
              .isEqualTo(expectation.value().asDouble(), within(Math.ulp(1.0)));
      default -> throw new AssertionError("unknown assertion " + expectation);
    }
  }

  private static String other(Expectation expectation) {
    return expectation.value().get("path").asText();
  }

  private static JsonNode resolve(JsonNode document, Expectation expectation) {
    if (expectation.path().equals("cues.length")) {
      return JsonNodeFactory.instance.numberNode(document.get("cues").size());
    }
    return at(document, expectation.path());
  }

  /** {@code cues[0].region.lines} as a JSON pointer: {@code /cues/0/region/lines}. */
  private static JsonNode at(JsonNode document, String path) {
    String pointer = "/" + path.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/');
    JsonNode found = document.at(pointer);
    assertThat(found.isMissingNode()).as("nothing at %s", path).isFalse();
    return found;
  }

  /** JSON writes 1 and 1.0 for the same number. */
  private static Object comparable(JsonNode node) {
    return node.isNumber() ? (Object) node.doubleValue() : node;
  }

  private static void assertCues(List<Cue> cues, JsonNode json) {
    List<List<Object>> expected = new ArrayList<>();
    for (JsonNode cue : json.get("cues")) {
      expected.add(List.of(cue.get(0).asDouble(), cue.get(1).asDouble(), cue.get(2).asText()));
    }
    assertThat(cues)
        .<List<Object>>map(
            cue ->
                List.of(cue.start().toMillis() / 1000.0, cue.end().toMillis() / 1000.0, cue.text()))
        .isEqualTo(expected);
  }

  private static ObjectNode document(List<Cue> cues) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode array = document.putArray("cues");
    cues.forEach(cue -> array.add(VttJson.cue(cue)));
    return document;
  }

  private static List<Cue> cues(Path file) {
    return WebVttParser.parse(Decoder.decode(SharedData.bytes(file), null)).cues();
  }

  private static List<Expectation> expectations(Path file) {
    List<Expectation> expectations = new ArrayList<>();
    for (JsonNode node : json(file).get("assertions")) {
      expectations.add(new Expectation(node.get(0).asText(), node.get(1).asText(), node.get(2)));
    }
    return expectations;
  }

  private static JsonNode json(Path vtt) {
    try {
      Path json = vtt.resolveSibling(name(vtt).replace(".vtt", ".json"));
      return new ObjectMapper().readTree(json.toFile());
    } catch (IOException e) {
      throw new AssertionError("no expectations beside " + vtt, e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
