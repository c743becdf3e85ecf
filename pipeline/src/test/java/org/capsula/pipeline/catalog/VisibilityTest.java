package org.capsula.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.pipeline.catalog.TestCatalogue.NOON;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.catalog.viewing.EditionFile;
import org.capsula.subtitles.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The one sentence: may the public see this capsule now? */
class VisibilityTest {
  @TempDir private Path folder;

  private TestCatalogue catalogue;

  @BeforeEach
  void open() {
    catalogue = new TestCatalogue(folder);
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  /** Of a capsule that opens at noon and closes an hour later. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-01T11:59:59.999Z, false",
    "2026-12-01T12:00:00.000Z, true",
    "2026-12-01T12:00:00.001Z, true",
    "2026-12-01T12:30:00Z, true",
    "2026-12-01T12:59:59.999Z, true",
    "2026-12-01T12:59:59.999999Z, true",
    "2026-12-01T13:00:00.000Z, false",
    "2026-12-01T13:00:00.000001Z, false",
    "2036-01-01T00:00:00Z, false"
  })
  void released_fromOpeningUntilClosing_isSeen(Instant when, boolean seen) {
    catalogue.addDraft("a");
    catalogue.addEdition("a", "e", false);
    catalogue.release("a", Audience.PUBLIC, NOON, NOON.plusSeconds(3600));
    Clock clock = Clock.fixed(when, ZoneOffset.UTC);

    assertThat(catalogue.isSeen("a", clock.instant())).isEqualTo(seen);
    assertThat(fileOf("ae", clock.instant())).isEqualTo(seen);
  }

  @Test
  void openedByHand_isSeenUntilItIsClosed() {
    catalogue.addDraft("a");
    catalogue.addEdition("a", "e", false);

    releases(store -> store.close("a", NOON));
    assertThat(catalogue.isSeen("a", NOON)).isFalse();
    releases(store -> store.open("a", NOON));
    assertThat(catalogue.isSeen("a", NOON)).isTrue();
    assertThat(catalogue.isSeen("a", NOON.minusMillis(1))).isFalse();
    releases(store -> store.open("a", NOON.plusSeconds(60)));
    assertThat(catalogue.isSeen("a", NOON)).as("it had opened").isTrue();
    releases(store -> store.close("a", NOON.plusSeconds(90)));
    assertThat(catalogue.isSeen("a", NOON.plusSeconds(89))).isTrue();
    assertThat(catalogue.isSeen("a", NOON.plusSeconds(90))).isFalse();
    releases(store -> store.open("a", NOON.plusSeconds(120)));
    assertThat(catalogue.isSeen("a", NOON.plusSeconds(100))).as("between").isFalse();
    assertThat(catalogue.isSeen("a", NOON.plusSeconds(120))).isTrue();
  }

  @Test
  void openedByHand_closesWhenItWasToClose() {
    catalogue.addDraft("a");
    catalogue.addEdition("a", "e", false);
    catalogue.release("a", Audience.LINK, NOON.plusSeconds(60), NOON.plusSeconds(120));

    releases(store -> store.open("a", NOON));

    assertThat(catalogue.isSeen("a", NOON)).isTrue();
    assertThat(catalogue.isSeen("a", NOON.plusSeconds(119))).isTrue();
    assertThat(catalogue.isSeen("a", NOON.plusSeconds(120))).isFalse();
  }

  @Test
  void toOpenLater_closedBeforeThat_neverOpens() {
    catalogue.addDraft("a");
    catalogue.addEdition("a", "e", false);
    catalogue.release("a", Audience.PUBLIC, NOON.plusSeconds(60), null);

    releases(store -> store.close("a", NOON));

    assertThat(catalogue.isSeen("a", NOON.plusSeconds(61))).isFalse();
  }

  private void releases(Consumer<ReleaseStore> change) {
    catalogue.database.useTransaction(session -> change.accept(new ReleaseStore(session)));
  }

  @Test
  void releaseWithoutClosing_afterManyYears_isSeen() {
    catalogue.addOpen("a");

    assertThat(catalogue.isSeen("a", NOON.plusSeconds(4_000_000_000L))).isTrue();
  }

  @Test
  void draft_isSeenByNobody() {
    catalogue.addDraft("a");
    catalogue.addEdition("a", "e", false);

    assertThat(catalogue.isSeen("a", NOON)).isFalse();
    assertThat(fileOf("ae", NOON)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Audience.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PUBLIC"})
  void otherAudience_isNotThePublic(Audience audience) {
    catalogue.addOpen("a");
    catalogue.release("a", audience, NOON.minusSeconds(1), null);

    assertThat(catalogue.isSeen("a", NOON)).isFalse();
    assertThat(fileOf("ae", NOON)).isFalse();
  }

  @Test
  void withoutEdition_thereIsNothingToSee() {
    catalogue.addDraft("a");
    catalogue.release("a", Audience.PUBLIC, NOON, null);

    assertThat(catalogue.isSeen("a", NOON)).isFalse();
  }

  @Test
  void heldEdition_isNotShown() {
    catalogue.addOpen("a");
    catalogue.addEdition("a", "damaged", true);

    assertThat(catalogue.isSeen("a", NOON)).isFalse();
    assertThat(fileOf("adamaged", NOON)).isFalse();
  }

  static Stream<Object[]> required() {
    return Stream.of(
        new Object[] {List.of("el"), List.of(), false},
        new Object[] {List.of("el"), List.of("fr subtitles"), false},
        new Object[] {List.of("el"), List.of("el chapters"), false},
        new Object[] {List.of("el"), List.of("el descriptions"), false},
        new Object[] {List.of("el"), List.of("el-CY subtitles"), false},
        new Object[] {List.of("el"), List.of("el subtitles"), true},
        new Object[] {List.of("el"), List.of("el captions"), true},
        new Object[] {List.of("el", "fr"), List.of("el subtitles", "fr chapters"), false},
        new Object[] {List.of("el", "fr"), List.of("el subtitles", "fr captions"), true},
        new Object[] {List.of(), List.of(), true});
  }

  @ParameterizedTest
  @MethodSource
  void required(List<String> languages, List<String> tracks, boolean seen) {
    catalogue.addOpen("a");
    catalogue.release("a", Audience.PUBLIC, NOON, null, languages.toArray(String[]::new));
    for (String track : tracks) {
      String[] words = track.split(" ", 2);
      catalogue.addTrack("a", words[0], Role.ofWord(words[1]).orElseThrow());
    }

    assertThat(catalogue.isSeen("a", NOON)).isEqualTo(seen);
    assertThat(fileOf("ae", NOON)).isEqualTo(seen);
  }

  @Test
  void requiredLanguage_ofAnotherCapsule_opensNothing() {
    catalogue.addOpen("a");
    catalogue.addOpen("b");
    catalogue.release("a", Audience.PUBLIC, NOON, null, "el");
    catalogue.addTrack("b", "el", Role.SUBTITLES);

    assertThat(catalogue.isSeen("a", NOON)).isFalse();
    assertThat(catalogue.isSeen("b", NOON)).isTrue();
  }

  @Test
  void deletedCapsule_isNotSeenNorAnyOfItsFiles() {
    catalogue.addOpen("a");
    catalogue.addEdition("a", "newer", false);
    assertThat(catalogue.isSeen("a", NOON)).isTrue();

    delete("a", NOON);

    assertThat(catalogue.isSeen("a", NOON)).isFalse();
    assertThat(fileOf("ae", NOON)).isFalse();
    assertThat(fileOf("anewer", NOON)).isFalse();
    delete("a", null);
    assertThat(catalogue.isSeen("a", NOON)).isTrue();
    assertThat(fileOf("anewer", NOON)).isTrue();
  }

  private void delete(String id, @Nullable Instant when) {
    catalogue.database.useTransaction(
        s -> s.handle().execute("UPDATE capsule SET deleted_at = ? WHERE id = ?", when, id));
  }

  @Test
  void olderEdition_isStillServedToWhoWatchesIt() {
    catalogue.addOpen("a");
    catalogue.addEdition("a", "newer", false);

    assertThat(catalogue.viewing(s -> s.byId("a", NOON)).orElseThrow().editionId())
        .isEqualTo("anewer");
    assertThat(fileOf("ae", NOON)).isTrue();
    assertThat(fileOf("anewer", NOON)).isTrue();
  }

  @Test
  void olderEdition_whenTheCapsuleCloses_isShutToo() {
    catalogue.addOpen("a");
    catalogue.addEdition("a", "newer", false);
    catalogue.release("a", Audience.PUBLIC, NOON.minusSeconds(9), NOON);

    assertThat(fileOf("ae", NOON)).isFalse();
  }

  /** The same film cut from another container: other footage, the very same edition. */
  @Test
  void edition_ofADraftAndOfAnOpenCapsule_isServed() {
    catalogue.addDraft("draft");
    catalogue.addOpen("open");
    catalogue.database.useTransaction(s -> new CapsuleStore(s).showEdition("draft", "opene"));

    assertThat(fileOf("opene", NOON)).isTrue();
    catalogue.release("open", Audience.PUBLIC, NOON.minusSeconds(9), NOON);
    assertThat(fileOf("opene", NOON)).isFalse();
    catalogue.release("draft", Audience.PUBLIC, NOON, null);
    assertThat(fileOf("opene", NOON)).isTrue();
    assertThat(
            catalogue.<Optional<EditionFile>>viewing(
                s -> s.editionFile("opene", "poster.jpg", NOON)))
        .map(EditionFile::closesAt)
        .isEmpty();
  }

  @Test
  void editionFile_ofAnotherName_isNone() {
    catalogue.addOpen("a");

    assertThat(
            catalogue.<Optional<EditionFile>>viewing(s -> s.editionFile("ae", "report.json", NOON)))
        .isEmpty();
    assertThat(
            catalogue.<Optional<EditionFile>>viewing(s -> s.editionFile("be", "poster.jpg", NOON)))
        .isEmpty();
  }

  @Test
  void editionFile_saysUntilWhenItMayBeKept() {
    catalogue.addOpen("a");
    catalogue.release("a", Audience.PUBLIC, NOON, NOON.plusSeconds(60));

    assertThat(
            catalogue.<Optional<EditionFile>>viewing(s -> s.editionFile("ae", "poster.jpg", NOON)))
        .contains(new EditionFile("ae", "poster.jpg", 10, "p-ae", NOON.plusSeconds(60)));
  }

  private boolean fileOf(String edition, Instant when) {
    return catalogue.viewing(s -> s.editionFile(edition, "poster.jpg", when)).isPresent();
  }
}
