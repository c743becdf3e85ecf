package org.capsula.pipeline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StorageTest {
  @TempDir private Path folder;

  private long files() throws IOException {
    try (Stream<Path> found = Files.walk(folder.resolve("library"))) {
      return found.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void sameBytes_areStoredOnce() throws IOException {
    Storage storage = Storage.in(folder.resolve("library"));
    Path file = Files.writeString(folder.resolve("film"), "abc");

    StoredFile first = storage.store(file);
    StoredFile second = storage.store("abc");

    assertThat(first.isNew()).isTrue();
    assertThat(second).isEqualTo(new StoredFile(first.sha256(), 3, false));
    assertThat(storage.find(file)).contains(second);
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void unknownBytes_areNotFoundAndNothingIsWritten() throws IOException {
    Storage storage = Storage.in(folder.resolve("library"));

    assertThat(storage.find(Files.writeString(folder.resolve("film"), "abc"))).isEmpty();
    assertThat(files()).isZero();
  }

  @Test
  void fileThatGrowsWhileItIsRead_isNotKept() throws Exception {
    Storage storage = Storage.in(folder.resolve("library"));
    Path film = Files.write(folder.resolve("film"), new byte[20_000_000]);
    AtomicBoolean done = new AtomicBoolean();
    CountDownLatch growing = new CountDownLatch(1);
    Thread copy =
        new Thread(
            () -> {
              while (!done.get()) {
                append(film);
                growing.countDown();
              }
            });
    copy.start();
    growing.await();
    try {
      assertThatThrownBy(() -> storage.store(film))
          .isInstanceOf(ChangedException.class)
          .hasMessageContaining("changed while it was read");
      assertThatThrownBy(() -> storage.find(film)).isInstanceOf(ChangedException.class);
    } finally {
      done.set(true);
      copy.join();
    }
    assertThat(files()).isZero();
  }

  private static void append(Path file) {
    try {
      Files.write(file, new byte[] {1}, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void leavingsOfACrash_areCleared() throws IOException {
    Path left = folder.resolve("library/incoming/left");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "half");

    Storage.in(folder.resolve("library"));

    assertThat(left).doesNotExist();
  }
}
