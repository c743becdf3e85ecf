package org.capsula.pipeline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.capsula.pipeline.SharedData;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.delivery.HandOver;
import org.capsula.pipeline.delivery.Outcome;
import org.capsula.pipeline.delivery.Sheet;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.storage.StoredFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other footage behind the same address: what is shown stays until the new one is made. */
class ReplacedFootageTest {
  @TempDir private Path folder;

  private static Capsule capsule(Workshop workshop, String production) {
    String id = workshop.find(production).capsuleId();
    return workshop
        .library
        .database()
        .look(session -> new CapsuleStore(session).byId(id))
        .orElseThrow();
  }

  /**
   * @return the new production's id
   */
  private static String replace(Workshop workshop, Capsule capsule) throws IOException {
    StoredFile footage = workshop.library.storage().store(SharedData.path("media/vfr-360p.mp4"));
    HandOver handOver = new HandOver(workshop.library, workshop.queue, Clock.systemUTC());
    Outcome outcome =
        handOver.replace(
            capsule.id(),
            new HandOver.Film(
                "better.mp4", footage, Sheet.of(CapsuleTexts.NONE, null, null), List.of()),
            (session, any) -> {});
    return String.valueOf(outcome.productionId());
  }

  @Test
  void shownEdition_staysUntilTheNewOneIsMade() throws Exception {
    try (Workshop workshop = new Workshop(folder, Workshop.QUICK)) {
      workshop.queue.start();
      String first = workshop.add("media/with-chapters.mp4");
      workshop.awaitEnd(first);
      Capsule before = capsule(workshop, first);

      String second = replace(workshop, before);
      assertThat(capsule(workshop, first).editionId()).isEqualTo(before.editionId());
      Production end = workshop.awaitEnd(second);

      assertThat(end.state()).isEqualTo(State.DONE);
      assertThat(end.editionId()).isNotEqualTo(before.editionId());
      assertThat(capsule(workshop, first).editionId()).isEqualTo(end.editionId());
    }
  }

  @Test
  void productionOfTheOldFootage_isNeverShown() throws Exception {
    try (Workshop workshop = new Workshop(folder, Workshop.QUICK)) {
      workshop.queue.start();
      String first = workshop.add("media/with-chapters.mp4");
      workshop.awaitProgress(first);

      String second = replace(workshop, capsule(workshop, first));

      assertThat(workshop.awaitEnd(first).state()).isEqualTo(State.CANCELLED);
      Production end = workshop.awaitEnd(second);
      assertThat(end.state()).isEqualTo(State.DONE);
      assertThat(capsule(workshop, first).editionId()).isEqualTo(end.editionId());
    }
  }
}
