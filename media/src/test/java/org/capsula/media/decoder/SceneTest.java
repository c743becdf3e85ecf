package org.capsula.media.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.capsula.media.ffmpeg.StagedFilm;
import org.capsula.media.ffmpeg.StagedFilm.What;
import org.capsula.media.probe.Chapter;
import org.capsula.media.transcode.Trim;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes become chapters where a film brings none, at the times of its footage. */
class SceneTest {
  @TempDir static Path folder;

  @BeforeAll
  static void makeFilm() throws Exception {
    new StagedFilm(140)
        .with(What.FROZEN, 0, 50)
        .with(What.FROZEN, 50, 100)
        .with(What.ELSEWHERE, 50, 100)
        .with(What.FROZEN, 100, 140)
        .to(folder.resolve("film.mp4"));
  }

  @Test
  void longFilm_hasChaptersWhereItsScenesBegin() throws Exception {
    List<Chapter> chapters = chapters(Trim.NONE);

    assertThat(chapters).extracting(Chapter::title).containsExactly("1", "2", "3");
    assertThat(chapters.get(0).start()).isZero();
    assertBegins(chapters.get(1), 50);
    assertBegins(chapters.get(2), 100);
  }

  @Test
  void trimmedFilm_hasTheChaptersOfItsPart() throws Exception {
    List<Chapter> chapters = chapters(new Trim(Duration.ofSeconds(10), Duration.ofSeconds(135)));

    assertThat(chapters).hasSize(3);
    assertThat(chapters.get(0).start()).isEqualTo(Duration.ofSeconds(10));
    assertBegins(chapters.get(1), 50);
    assertBegins(chapters.get(2), 100);
  }

  private static List<Chapter> chapters(Trim trim) throws Exception {
    Path target = Files.createTempDirectory(folder, "production");
    return Production.of(folder.resolve("film.mp4"), target, trim, 54).result().chapters();
  }

  private static void assertBegins(Chapter chapter, int second) {
    assertThat(chapter.start())
        .isBetween(Duration.ofSeconds(second), Duration.ofMillis(second * 1000L + 200));
  }
}
