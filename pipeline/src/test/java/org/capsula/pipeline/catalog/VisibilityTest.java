package org.capsula.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.pipeline.catalog.TestCatalogue.NOON;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.catalog.release.Release.Notices;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.catalog.release.ReleaseStore.Lack;
import org.capsula.pipeline.catalog.release.RequiredLanguage;
import org.capsula.pipeline.catalog.release.Review;
import org.capsula.pipeline.catalog.release.ReviewStore;
import org.capsula.pipeline.catalog.viewing.EditionFile;
import org.capsula.pipeline.catalog.viewing.Eyes;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.subtitles.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Through address, id, list and file: which audience meets which eyes. */
  @ParameterizedTest
  @CsvSource({
    "PUBLIC,    ANYBODY,      true,  true",
    "PUBLIC,    SIGNED_IN,    true,  true",
    "PUBLIC,    ITS_AUDIENCE, true,  true",
    "SIGNED_IN, ANYBODY,      false, false",
    "SIGNED_IN, SIGNED_IN,    true,  true",
    "SIGNED_IN, ITS_AUDIENCE, true,  true",
    "LINK,      ANYBODY,      false, true",
    "LINK,      SIGNED_IN,    false, true",
    "LINK,      ITS_AUDIENCE, true,  true"
  })
  void audience_isSeenByItsOwnEyes(Audience audience, Eyes eyes, boolean seen, boolean file) {
    catalogue.addOpen("a");
    catalogue.release("a", audience, NOON.minusSeconds(1), null);

    assertThat(catalogue.isSeen("a", eyes, NOON)).isEqualTo(seen);
    assertThat(catalogue.viewing(eyes, s -> s.editionFile("ae", "poster.jpg", NOON)).isPresent())
        .as("an edition's id is told to who may see it")
        .isEqualTo(file);
    assertThat(catalogue.isSeen("a", eyes, NOON.minusSeconds(2))).as("before").isFalse();
    assertThat(
            catalogue
                .viewing(eyes, s -> s.editionFile("ae", "poster.jpg", NOON.minusSeconds(2)))
                .isPresent())
        .isFalse();
  }

  @Test
  void link_isTheAddressWithItsKey() {
    catalogue.addOpen("a");
    catalogue.addOpen("b");
    catalogue.release("a", Audience.LINK, NOON, NOON.plusSeconds(60));
    catalogue.release("b", Audience.LINK, NOON, null);
    String address = addressOf("a");

    assertThat(address).matches("slug-a~[0-9a-f]{32}");
    assertThat(idAt(address, NOON)).contains("a");
    assertThat(idAt(address, NOON.minusMillis(1))).as("early").isEmpty();
    assertThat(idAt(address, NOON.plusSeconds(60))).as("late").isEmpty();
    assertThat(idAt("slug-a", NOON)).isEmpty();
    assertThat(idAt("slug-a~", NOON)).isEmpty();
    assertThat(idAt(address.substring(0, address.length() - 1), NOON)).isEmpty();
    assertThat(idAt(address.replace("slug-a", "slug-b"), NOON)).as("another's key").isEmpty();
    assertThat(idAt("~" + address.substring(address.indexOf('~') + 1), NOON)).isEmpty();
  }

  @Test
  void link_afterOpeningToEverybodyAndBack_isTheSame() {
    catalogue.addOpen("a");
    catalogue.release("a", Audience.LINK, NOON, null);
    String address = addressOf("a");
    releases(store -> store.open("a", NOON));

    assertThat(idAt(address, NOON)).contains("a");
    assertThat(catalogue.viewing(s -> s.bySlug(address, NOON)).orElseThrow().slug())
        .as("to be given on from now on")
        .isEqualTo("slug-a");
    catalogue.release("a", Audience.LINK, NOON, null);
    assertThat(addressOf("a")).isEqualTo(address);
    catalogue.release("a", Audience.SIGNED_IN, NOON, null);
    assertThat(idAt(address, NOON)).as("no link opens what asks for an account").isEmpty();
  }

  private String addressOf(String id) {
    return catalogue.viewing(Eyes.ITS_AUDIENCE, s -> s.byId(id, NOON)).orElseThrow().slug();
  }

  private Optional<String> idAt(String address, Instant when) {
    return catalogue.viewing(s -> s.bySlug(address, when)).map(Viewing::id);
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT,    DRAFT,    true",
    "DRAFT,    REVIEWED, true",
    "DRAFT,    APPROVED, true",
    "REVIEWED, DRAFT,    false",
    "REVIEWED, REVIEWED, true",
    "REVIEWED, APPROVED, true",
    "APPROVED, DRAFT,    false",
    "APPROVED, REVIEWED, false",
    "APPROVED, APPROVED, true"
  })
  void requiredSubtitles_whenLookedAtEnough_openTheirCapsule(
      Review needed, Review found, boolean seen) {
    requireGreek(needed);
    assertThat(lacks()).containsExactly(new Lack("el", needed, null));
    assertThat(catalogue.isSeen("a", NOON)).as("without a track").isFalse();
    catalogue.addTrack("a", "el", Role.SUBTITLES);
    decide(found);

    assertThat(catalogue.isSeen("a", NOON)).isEqualTo(seen);
    assertThat(fileOf("ae", NOON)).isEqualTo(seen);
    assertThat(lacks()).isEqualTo(seen ? List.of() : List.of(new Lack("el", needed, found)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"source_sha256 = 'v'", "charset = 'windows-1253'"})
  void approval_ofAnotherFile_isNone(String change) {
    requireGreek(Review.APPROVED);
    catalogue.addTrack("a", "el", Role.SUBTITLES);
    decide(Review.APPROVED);
    assertThat(catalogue.isSeen("a", NOON)).isTrue();

    catalogue.database.useTransaction(s -> s.handle().execute("UPDATE track SET " + change));

    assertThat(catalogue.isSeen("a", NOON)).isFalse();
    assertThat(lacks()).containsExactly(new Lack("el", Review.APPROVED, Review.DRAFT));
  }

  @Test
  void approval_afterACueIsCorrected_stays() {
    requireGreek(Review.APPROVED);
    catalogue.addTrack("a", "el", Role.SUBTITLES);
    decide(Review.APPROVED);
    catalogue.store("corrected");

    catalogue.database.useTransaction(
        s -> s.handle().execute("UPDATE track SET webvtt_sha256 = 'corrected', revision = 2"));

    assertThat(catalogue.isSeen("a", NOON)).isTrue();
  }

  @Test
  void sheetReadAgain_keepsHowFarSubtitlesHaveToBe() {
    requireGreek(Review.APPROVED);

    releases(store -> store.requireLanguages("a", List.of("fr", "el")));

    assertThat(
            catalogue.database.<List<RequiredLanguage>>look(s -> new ReleaseStore(s).required("a")))
        .containsExactly(
            new RequiredLanguage("el", Review.APPROVED), new RequiredLanguage("fr", Review.DRAFT));
  }

  private void requireGreek(Review needed) {
    catalogue.addOpen("a");
    Release release =
        new Release(
            "a",
            Audience.PUBLIC,
            NOON,
            null,
            ZoneId.of("Europe/Athens"),
            List.of(new RequiredLanguage("el", needed)),
            new Notices(/* announced= */ true, /* archived= */ true));
    releases(store -> store.save(release));
    assertThat(catalogue.database.<Optional<Release>>look(s -> new ReleaseStore(s).find("a")))
        .contains(release);
  }

  private void decide(Review review) {
    catalogue.database.useTransaction(
        s -> new ReviewStore(s).decide("aelsubtitles", review, null, NOON));
  }

  private List<Lack> lacks() {
    return catalogue.database.look(s -> new ReleaseStore(s).lacks("a"));
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
        .contains(new EditionFile("ae", "poster.jpg", 10, "p-ae", "public", NOON.plusSeconds(60)));
  }

  private boolean fileOf(String edition, Instant when) {
    return catalogue.viewing(s -> s.editionFile(edition, "poster.jpg", when)).isPresent();
  }
}
