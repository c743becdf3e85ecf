package org.capsula.pipeline.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.capsula.media.fragment.TrackIndex;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with downloads; that they are made right is seen over HTTP. */
@Timeout(60)
class DownloadsTest {
  private static final String EDITION = "edition";

  @TempDir Path folder;
  private Storage storage;

  @BeforeEach
  void open() throws IOException {
    storage = Storage.in(folder);
    Files.createDirectories(storage.edition(EDITION));
  }

  private Optional<Downloads.Made> ask(Downloads downloads, long bytes) {
    EncodedTrack audio =
        new EncodedTrack(
            "audio.mp4",
            0,
            null,
            null,
            null,
            bytes,
            new TrackIndex(0, "mp4a.40.2", 0, 0, List.of()));
    try {
      return downloads.get(EDITION, List.of(audio), List.of());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Downloads downloads(Duration lease) {
    return new Downloads(storage, Clock.systemUTC(), lease);
  }

  /** Nobody writes into the pipe, so the child waits for ever while it opens it. */
  @Test
  void frozenChild_isEndedAndWhoeverWaitedIsSentAway() throws Exception {
    Path pipe = storage.edition(EDITION).resolve("audio.mp4");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Downloads downloads = downloads(Duration.ofSeconds(3));
    long before = System.nanoTime();

    CompletableFuture<Optional<Downloads.Made>> first =
        CompletableFuture.supplyAsync(() -> ask(downloads, 1000));
    CompletableFuture<Optional<Downloads.Made>> second =
        CompletableFuture.supplyAsync(() -> ask(downloads, 1000));

    assertThat(first.get(30, TimeUnit.SECONDS)).isEmpty();
    assertThat(second.get(30, TimeUnit.SECONDS)).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofSeconds(3));
    try (Stream<Path> left = Files.list(storage.work())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void failedMaking_isNotTriedAgainAtOnce() throws IOException {
    Path audio = Files.writeString(storage.edition(EDITION).resolve("audio.mp4"), "no film");
    Downloads downloads = downloads(Duration.ofMinutes(1));
    assertThat(ask(downloads, 7)).isEmpty();
    Files.delete(audio);

    long before = System.nanoTime();
    assertThat(ask(downloads, 7)).isEmpty();

    // A child of its own takes longer to start.
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(100));
  }

  @Test
  void fullDisk_isSeenBeforeAnythingIsWritten() {
    assertThat(ask(downloads(Duration.ofMinutes(1)), Long.MAX_VALUE / 2)).isEmpty();
  }

  @Test
  void longestUnusedOnes_makeRoom() throws IOException {
    Path old = Files.writeString(storage.download("old"), "old");
    Path used = Files.writeString(storage.download("used"), "used");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(3))));
    Instant since = Instant.now().minus(Duration.ofDays(30));

    storage.forgetDownloads(since, 0);
    assertThat(old).exists();

    storage.forgetDownloads(since, Long.MAX_VALUE / 2);
    assertThat(old).doesNotExist();
    assertThat(used).doesNotExist();
  }
}
