package org.capsula.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.capsula.pipeline.SharedData;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.catalog.viewing.ViewingStore;
import org.capsula.pipeline.database.TestDatabase;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.queue.QueueSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  @TempDir Path folder;

  @Test
  void import_footageWithSidecars_isSeenWhenItsProductionIsDone() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.copy(SharedData.path("media/with-chapters.mp4"), in.resolve("film.mp4"));
    Files.writeString(in.resolve("film.fr.srt"), "1\n00:00:00,000 --> 00:00:01,000\nBonjour\n");
    Files.writeString(in.resolve("film.yaml"), "title: {fr: Accueil, el: Υποδοχή}\n");
    Clock clock = Clock.systemUTC();
    try (Library library = TestDatabase.library(folder.resolve("library"));
        ProductionQueue queue =
            new ProductionQueue(
                library, new Producer(), clock, QueueSettings.DEFAULT, sentence -> {})) {
      Importer importer = new Importer(library, queue, clock);
      List<Outcome> outcomes =
          DeliveryScan.of(in).deliveries().stream().map(d -> importer.take(d, true)).toList();
      assertThat(outcomes).extracting(Outcome::state).containsExactly(Outcome.State.ADDED);
      assertThat(outcomes.get(0).sentences()).isEmpty();
      queue.start();
      while (!queue.isIdle()) {
        Thread.sleep(50);
      }
      List<Viewing> seen =
          library
              .database()
              .look(s -> new ViewingStore(s).page(Filter.ALL, null, 10, clock.instant()));
      assertThat(seen).hasSize(1);
    }
  }
}
