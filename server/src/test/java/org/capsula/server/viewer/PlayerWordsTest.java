package org.capsula.server.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.capsula.pipeline.publication.PlayerBundle;
import org.capsula.server.language.PageLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlayerWordsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void languages_ofMediaChrome_needNone() {
    assertThat(List.of(PageLanguage.FRENCH, PageLanguage.GERMAN, PageLanguage.ENGLISH))
        .allSatisfy(language -> assertThat(PlayerWords.json(language)).isNull());
  }

  @ParameterizedTest
  @EnumSource(names = {"GREEK", "ROMANIAN", "LUXEMBOURGISH"})
  void words_areThoseThatThePlayerAsksFor(PageLanguage language) throws Exception {
    String json = Objects.requireNonNull(PlayerWords.json(language));
    assertThat(json).as("stands in a script element").doesNotContain("<");
    JsonNode words = JSON.readTree(json);
    assertThat(keys(words)).isEqualTo(keys(greek()));
    String player = new String(PlayerBundle.read("player.js"), StandardCharsets.UTF_8);
    for (Map.Entry<String, JsonNode> word : words.properties()) {
      assertThat(player).contains(word.getKey());
      assertThat(word.getValue().asText()).isNotBlank().isNotEqualTo(word.getKey());
      assertThat(places(word.getValue().asText())).isEqualTo(places(word.getKey()));
    }
  }

  private static JsonNode greek() throws Exception {
    return JSON.readTree(PlayerWords.json(PageLanguage.GREEK));
  }

  private static Set<String> keys(JsonNode words) {
    return words.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  private static Set<String> places(String words) {
    return PLACE.matcher(words).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
