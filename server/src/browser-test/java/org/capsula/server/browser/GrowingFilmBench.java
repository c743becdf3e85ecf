package org.capsula.server.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How soon a film can be watched; started by {@code bench/preview.sh}. */
class GrowingFilmBench {
  @TempDir private Path folder;

  @Test
  void film_playsSoonAfterTheStartOfItsProduction() throws Exception {
    Path film = Path.of(System.getProperty("preview.film"));
    try (GrowingPreview preview = new GrowingPreview(folder, film)) {
      preview.awaitPictures();
      Instant started = Objects.requireNonNull(preview.production().startedAt());
      System.out.printf(
          "preview: plays %.1f s after the start of its production, of %d sizes%n",
          Duration.between(started, Instant.now()).toMillis() / 1000.0,
          preview.playlist("multivariant.m3u8").split("RESOLUTION=", -1).length - 1);
    }
  }
}
