package org.capsula.server.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.capsula.pipeline.intake.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FolderNamesTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "film.mp4, film",
    "my film (1).final.mov, my-film--1-.final",
    "Η μητέρα.mp4, Η-μητέρα",
    "no-ending, no-ending",
    ".hidden, -hidden",
    "..mp4, -",
    "a:b?c*.mp4, a-b-c-"
  })
  void names_areSafe(String file, String folder) {
    assertThat(FolderNames.safe(file)).isEqualTo(folder);
  }

  @Test
  void clashes_areNumbered() throws UsageException {
    FolderNames names = new FolderNames(directory);

    assertThat(names.next(Path.of("a/film.mp4"))).isEqualTo(directory.resolve("film"));
    assertThat(names.next(Path.of("b/film.mov"))).isEqualTo(directory.resolve("film-2"));
    assertThat(names.next(Path.of("c/Film.mov"))).isEqualTo(directory.resolve("Film-3"));
    assertThat(names.next(Path.of("film-2.mov"))).isEqualTo(directory.resolve("film-2-2"));
  }

  @Test
  void folderOfSomebodyElse_isNeverReplaced() throws IOException {
    Files.createDirectory(directory.resolve("holiday"));

    assertThatThrownBy(() -> new FolderNames(directory).next(Path.of("holiday.mp4")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds more than Capsula makes");
  }

  @Test
  void folderOfOursWithSomethingElseInIt_isNeverReplaced() throws IOException {
    Path film = made("film");
    Files.createFile(film.resolve("film.mp4"));

    assertThatThrownBy(() -> new FolderNames(directory).next(film.resolve("film.mp4")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds more than Capsula makes");
    assertThat(film.resolve("film.mp4")).exists();
  }

  private Path made(String name) throws IOException {
    Path folder = Files.createDirectory(directory.resolve(name));
    Files.createFile(folder.resolve("report.json"));
    Files.createFile(folder.resolve("multivariant.m3u8"));
    Files.createFile(folder.resolve("video-720.mp4"));
    Files.createDirectory(folder.resolve("player"));
    return folder;
  }

  @Test
  void folderOfOurs_mayBeReplaced() throws IOException, UsageException {
    made("film");

    assertThat(new FolderNames(directory).next(Path.of("film.mp4")))
        .isEqualTo(directory.resolve("film"));
  }

  @Test
  void fileInPlaceOfTheFolder_isNamed() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> new FolderNames(file).next(Path.of("film.mp4")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is a file");
  }
}
