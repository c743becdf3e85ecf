package org.capsula.pipeline.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes, what stays, and when. */
final class PruningTest {
  @TempDir private Path folder;
  private Larder larder;

  @BeforeEach
  void open() throws IOException {
    larder = new Larder(folder);
  }

  @AfterEach
  void close() {
    larder.close();
  }

  @Test
  void replacedEdition_goesAfterItsTime_withItsRowsFilesAndNotes() throws IOException {
    replaceOldEdition();

    larder.pruneAfter(0);
    larder.pruneAfter(29);
    assertThat(larder.hasEdition("old")).isTrue();
    assertThat(larder.storage.note("recipe of old")).isPresent();

    larder.pruneAfter(1);
    assertThat(larder.hasEdition("old")).isFalse();
    assertThat(larder.storage.note("recipe of old")).isEmpty();
    assertThat(larder.hasEdition("new")).isTrue();
    assertThat(larder.storage.note("recipe of new")).isPresent();
    assertThat(larder.count("edition")).isEqualTo(1);
    assertThat(larder.count("edition_file")).isEqualTo(1);
    assertThat(larder.count("capsule_edition")).isEqualTo(1);
    assertThat(larder.count("unused")).isZero();
    assertThat(leavings()).isZero();
  }

  @Test
  void time_countsFromWhenItWasFirstSeenUnused() throws IOException {
    replaceOldEdition();

    // The program was away for a year.
    larder.pruneAfter(365);
    assertThat(larder.hasEdition("old")).isTrue();
    larder.pruneAfter(30);
    assertThat(larder.hasEdition("old")).isFalse();
  }

  @Test
  void edition_thatIsShownAgain_beginsAnew() throws IOException {
    replaceOldEdition();
    larder.pruneAfter(0);
    larder.show("a", "old");
    larder.pruneAfter(20);
    larder.show("a", "new");

    larder.pruneAfter(20);
    assertThat(larder.hasEdition("old")).isTrue();
    larder.pruneAfter(30);
    assertThat(larder.hasEdition("old")).isFalse();
  }

  @Test
  void edition_thatAnotherCapsuleShows_stays() throws IOException {
    larder.addCapsule("a");
    larder.addCapsule("b");
    larder.show("a", "shared");
    larder.show("b", "shared");
    larder.show("a", "new");

    larder.pruneAfter(0);
    larder.pruneAfter(60);

    assertThat(larder.hasEdition("shared")).isTrue();
    assertThat(larder.pruning.planned()).isEmpty();
  }

  @Test
  void edition_ofACapsuleWithAQueuedProduction_stays() throws IOException {
    replaceOldEdition();
    larder.pruneAfter(0);
    larder.queueProduction("p", "a");

    larder.pruneAfter(60);

    assertThat(larder.hasEdition("old")).isTrue();
  }

  @Test
  void edition_whileAnyProductionRuns_stays_forItMayBeItsResult() throws IOException {
    larder.addCapsule("a");
    larder.addCapsule("b");
    larder.show("a", "old");
    larder.show("a", "new");
    larder.pruneAfter(0);
    larder.queueProduction("p", "b");
    larder.beginProduction("p");

    larder.pruneAfter(60);
    assertThat(larder.hasEdition("old")).isTrue();
    assertThat(larder.count("edition")).isEqualTo(2);

    larder.cancelProduction("p");
    larder.pruneAfter(0);
    assertThat(larder.hasEdition("old")).isFalse();
  }

  @Test
  void edition_thatNoRowNames_goesToo() throws IOException {
    larder.putInPlace("late");

    larder.pruneAfter(0);
    assertThat(larder.pruning.planned()).extracting(Unused::bytes).containsExactly(5L);
    larder.pruneAfter(30);

    assertThat(larder.hasEdition("late")).isFalse();
  }

  @Test
  void purgedCapsule_leavesItsFootageAndEditionForTheirTime() throws IOException {
    String footage = larder.addCapsule("a");
    larder.show("a", "only");
    larder.sql("DELETE FROM capsule");

    larder.pruneAfter(0);
    larder.pruneAfter(29);
    assertThat(larder.hasFile(footage)).isTrue();
    assertThat(larder.hasEdition("only")).isTrue();

    larder.pruneAfter(1);
    assertThat(larder.hasFile(footage)).isFalse();
    assertThat(larder.hasEdition("only")).isFalse();
    assertThat(larder.count("stored_file")).isZero();
  }

  @Test
  void footage_ofACapsule_staysForEver() throws IOException {
    String footage = larder.addCapsule("a");
    for (int month = 0; month < 24; month++) {
      larder.pruneAfter(31);
    }

    assertThat(larder.hasFile(footage)).isTrue();
    assertThat(larder.count("stored_file")).isEqualTo(1);
  }

  @Test
  void file_thatNoRowNames_isLeftWhileItMayBeArriving_andGoesAfterItsTime() throws IOException {
    String crashed = larder.storage.store("stored, and then the program was killed").sha256();
    touch(crashed, Duration.ZERO);

    larder.pruneAfter(0);
    assertThat(larder.pruning.planned()).isEmpty();

    larder.pruneAfter(2);
    assertThat(larder.pruning.planned()).extracting(Unused::name).containsExactly(crashed);
    larder.pruneAfter(30);
    assertThat(larder.hasFile(crashed)).isFalse();
  }

  @Test
  void file_thatIsHandedInAgainMeanwhile_staysThoughNoRowNamesItYet() throws IOException {
    String footage = larder.addCapsule("a");
    larder.sql("DELETE FROM capsule");
    larder.pruneAfter(0);
    // Found in storage, and about to be recorded.
    touch(footage, Duration.ofDays(40));

    larder.pruneAfter(40);

    assertThat(larder.hasFile(footage)).isTrue();
  }

  @Test
  void editionThatCannotBeRemoved_keepsNothingElseFromGoing() throws IOException {
    String footage = larder.addCapsule("a");
    // Its name goes before all hashes.
    larder.show("a", "-");
    larder.sql("DELETE FROM capsule");
    larder.pruneAfter(0);
    Files.createDirectory(
        larder.library.folder().resolve("recipes").resolve("folder among the notes"));

    assertThatIOException().isThrownBy(() -> larder.pruneAfter(30));

    assertThat(larder.hasEdition("-")).isTrue();
    assertThat(larder.hasFile(footage)).isFalse();
  }

  @Test
  void planned_saysWhatWouldGoAndWhen_firstThingsFirst() throws IOException {
    replaceOldEdition();
    larder.pruneAfter(0);
    String footage = larder.addCapsule("b");
    larder.sql("DELETE FROM capsule WHERE id = 'b'");
    larder.pruneAfter(10);

    assertThat(larder.pruning.planned())
        .containsExactly(
            new Unused(
                Unused.Kind.EDITION,
                "old",
                5,
                "a",
                larder.now().minus(Duration.ofDays(10)),
                larder.now().plus(Duration.ofDays(20))),
            new Unused(
                Unused.Kind.FILE,
                footage,
                12,
                null,
                larder.now(),
                larder.now().plus(Duration.ofDays(30))));
  }

  private void touch(String sha256, Duration later) throws IOException {
    Files.setLastModifiedTime(larder.storage.file(sha256), FileTime.from(larder.now().plus(later)));
  }

  private long leavings() throws IOException {
    try (Stream<Path> left = Files.list(larder.storage.work())) {
      return left.count();
    }
  }

  private void replaceOldEdition() throws IOException {
    larder.addCapsule("a");
    larder.show("a", "old");
    larder.show("a", "new");
  }
}
