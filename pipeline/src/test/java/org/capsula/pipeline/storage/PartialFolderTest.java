package org.capsula.pipeline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartialFolderTest {
  @TempDir private Path parent;

  @Test
  void closedWithoutMove_leavesNothing() throws IOException {
    try (PartialFolder folder = PartialFolder.in(parent)) {
      Files.writeString(folder.content().resolve("half"), "x");
      Files.writeString(folder.scratch().resolve("waste"), "x");
    }

    assertThat(children()).isEmpty();
  }

  private List<Path> children() throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.toList();
    }
  }

  @Test
  void moved_showsTheContentAlone() throws IOException {
    Path target = parent.resolve("film");
    try (PartialFolder folder = PartialFolder.in(parent)) {
      Files.writeString(folder.content().resolve("whole"), "x");
      assertThat(target).doesNotExist();
      folder.moveTo(target);
    }

    assertThat(children()).containsExactly(target);
    assertThat(target.resolve("whole")).hasContent("x");
  }

  @Test
  void moved_replacesWhatStoodThere() throws IOException {
    Path target = Files.createDirectory(parent.resolve("film"));
    Files.writeString(target.resolve("old"), "x");
    try (PartialFolder folder = PartialFolder.in(parent)) {
      Files.writeString(folder.content().resolve("new"), "x");
      folder.moveTo(target);
    }

    assertThat(children()).containsExactly(target);
    assertThat(target.resolve("new")).exists();
    assertThat(target.resolve("old")).doesNotExist();
  }

  @Test
  void leftByAKilledProgram_isRemovedByTheNext() throws IOException {
    Path abandoned = Files.createDirectories(parent.resolve(".capsula-1/content"));
    Files.writeString(abandoned.resolve("half"), "x");
    Files.createFile(parent.resolve(".capsula-1/lock"));

    PartialFolder.in(parent).close();

    assertThat(children()).isEmpty();
  }

  @Test
  void ofALivingProgram_isLeftAlone() throws IOException {
    try (PartialFolder living = PartialFolder.in(parent)) {
      Files.writeString(living.content().resolve("half"), "x");

      PartialFolder.in(parent).close();

      assertThat(living.content().resolve("half")).exists();
    }
  }

  @Test
  void severalOfOneProgram_areAllSafeFromAnother() throws IOException, InterruptedException {
    try (PartialFolder first = PartialFolder.in(parent);
        PartialFolder second = PartialFolder.in(parent)) {
      OtherProgram.worksIn(parent);

      assertThat(first.content()).exists();
      assertThat(second.content()).exists();
    }
    assertThat(children()).isEmpty();
  }

  @Test
  void leftByAProgramKilledBetweenTheRenames_putsTheOlderFolderBack() throws IOException {
    Path old = Files.createDirectories(parent.resolve(".capsula-1/old"));
    Files.writeString(old.resolve("finished"), "x");
    Files.createDirectory(parent.resolve(".capsula-1/content"));
    Files.writeString(parent.resolve(".capsula-1/old-place"), "film");
    Files.createFile(parent.resolve(".capsula-1/lock"));

    PartialFolder.in(parent).close();

    assertThat(children()).containsExactly(parent.resolve("film"));
    assertThat(parent.resolve("film/finished")).exists();
  }

  @Test
  void moveThatFails_leavesTheOlderFolder() throws IOException {
    Path target = Files.createDirectory(parent.resolve("film"));
    Files.writeString(target.resolve("finished"), "x");
    try (PartialFolder folder = PartialFolder.in(parent)) {
      Files.delete(folder.content());

      assertThatThrownBy(() -> folder.moveTo(target)).isInstanceOf(IOException.class);
    }

    assertThat(children()).containsExactly(target);
    assertThat(target.resolve("finished")).exists();
  }

  @Test
  void leftAfterBothRenames_doesNotTouchTheNewFolder() throws IOException {
    Files.writeString(Files.createDirectory(parent.resolve("film")).resolve("new"), "x");
    Files.createDirectories(parent.resolve(".capsula-1/old"));
    Files.writeString(parent.resolve(".capsula-1/old-place"), "film");
    Files.createFile(parent.resolve(".capsula-1/lock"));

    PartialFolder.in(parent).close();

    assertThat(children()).containsExactly(parent.resolve("film"));
    assertThat(parent.resolve("film/new")).exists();
  }

  @Test
  void foldersOfOthers_areLeftAlone() throws IOException {
    Files.createDirectories(parent.resolve(".capsula-notes"));

    PartialFolder.in(parent).close();

    assertThat(parent.resolve(".capsula-notes")).exists();
  }
}
