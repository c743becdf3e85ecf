package org.capsula.media.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.capsula.media.probe.Chapter;
import org.junit.jupiter.api.Test;

class SceneChaptersTest {
  @Test
  void film_isPartedAtItsScenes() {
    assertThat(SceneChapters.of(scenes(40, 95), Duration.ofMinutes(3)))
        .containsExactly(chapter(0, "1"), chapter(40, "2"), chapter(95, "3"));
  }

  @Test
  void shortFilm_hasNone() {
    assertThat(SceneChapters.of(scenes(40, 80), Duration.ofSeconds(119))).isEmpty();
    assertThat(SceneChapters.of(scenes(40, 80), Duration.ofMinutes(2))).hasSize(3);
  }

  @Test
  void filmOfOneScene_hasNone() {
    assertThat(SceneChapters.of(List.of(), Duration.ofMinutes(10))).isEmpty();
  }

  @Test
  void scenesAtTheVeryBeginningAndEnd_areNone() {
    assertThat(SceneChapters.of(scenes(2, 29, 591, 599), Duration.ofMinutes(10))).isEmpty();
  }

  @Test
  void ofSeveralNearby_theClearestIsTaken() {
    List<Scene> scenes =
        List.of(
            new Scene(Duration.ofSeconds(31), 0.4),
            new Scene(Duration.ofSeconds(44), 1),
            new Scene(Duration.ofSeconds(50), 1),
            new Scene(Duration.ofSeconds(52), 0.7));

    assertThat(SceneChapters.of(scenes, Duration.ofMinutes(2)))
        .containsExactly(chapter(0, "1"), chapter(44, "2"));
  }

  @Test
  void afterALongScene_theNextOneIsTaken() {
    assertThat(SceneChapters.of(scenes(250), Duration.ofMinutes(5)))
        .containsExactly(chapter(0, "1"), chapter(250, "2"));
  }

  @Test
  void anyFilm_hasAtMostTwelveThatAreFarEnoughApart() {
    Random random = new Random(12);
    for (int film = 0; film < 200; film++) {
      Duration length = Duration.ofSeconds(120 + random.nextInt(7200));
      List<Scene> scenes =
          random
              .ints(1 + random.nextInt(800), 0, (int) length.toSeconds())
              .sorted()
              .mapToObj(start -> new Scene(Duration.ofSeconds(start), random.nextDouble()))
              .toList();

      List<Chapter> chapters = SceneChapters.of(scenes, length);

      assertThat(chapters.size()).isLessThanOrEqualTo(12).isNotEqualTo(1);
      List<Duration> edges = new ArrayList<>(chapters.stream().map(Chapter::start).toList());
      edges.add(length);
      for (int i = 1; i < chapters.size() + 1 && !chapters.isEmpty(); i++) {
        assertThat(edges.get(i).minus(edges.get(i - 1)))
            .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
      }
      assertThat(chapters)
          .extracting(Chapter::title)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, chapters.size()).mapToObj(Integer::toString).toList());
    }
  }

  private static List<Scene> scenes(int... seconds) {
    return IntStream.of(seconds)
        .mapToObj(second -> new Scene(Duration.ofSeconds(second), 0.9))
        .toList();
  }

  private static Chapter chapter(int second, String title) {
    return new Chapter(Duration.ofSeconds(second), title);
  }
}
