package org.capsula.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.capsula.pipeline.catalog.TestCatalogue.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.capsula.media.Rational;
import org.capsula.media.fragment.Segment;
import org.capsula.media.fragment.TrackIndex;
import org.capsula.media.probe.SoundRole;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.DocumentStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.catalog.editorial.Poster;
import org.capsula.pipeline.catalog.editorial.PosterStore;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.catalog.situation.Situation;
import org.capsula.pipeline.catalog.situation.SituationStore;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.subtitles.Role;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept comes back as it was, what is unknown too. */
class StoreRoundTripTest {
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

  @Test
  void capsule_ofWhichNothingIsKnown_comesBack() {
    catalogue.addDraft("a");

    assertThat(catalogue.<Optional<Capsule>>write(s -> new CapsuleStore(s).byId("a")))
        .contains(TestCatalogue.bare("a"));
    assertThat(catalogue.<Optional<Capsule>>write(s -> new CapsuleStore(s).bySlug("slug-a")))
        .isPresent();
    assertThat(catalogue.<Optional<Capsule>>write(s -> new CapsuleStore(s).byFootage("f-a")))
        .isPresent();
    assertThat(catalogue.<Optional<Capsule>>write(s -> new CapsuleStore(s).byId("slug-a")))
        .isEmpty();
    assertThat(catalogue.<Boolean>write(s -> new CapsuleStore(s).hasFootageNamed("a.mov")))
        .isTrue();
    assertThat(catalogue.<Boolean>write(s -> new CapsuleStore(s).hasFootageNamed("A.mov")))
        .isFalse();
  }

  @Test
  void capsule_ofWhichAllIsKnown_comesBack() {
    catalogue.store("f-b", "sheet");
    Capsule capsule =
        catalogue.write(
            session -> {
              new SituationStore(session)
                  .save(new Situation("s", Texts.NONE, Texts.NONE, List.of(), null), NOON);
              Texts title = new Texts(Map.of("fr", "Numérique"));
              String collection = new CollectionStore(session).findOrMake(title, NOON);
              Capsule full =
                  new Capsule(
                      "b",
                      "κάψουλα",
                      "f-b",
                      "Ταινία.mov",
                      "el",
                      "s",
                      collection,
                      3,
                      "sheet",
                      "e",
                      NOON);
              new CapsuleStore(session).insert(full);
              return full;
            });

    assertThat(catalogue.<Optional<Capsule>>write(s -> new CapsuleStore(s).bySlug("κάψουλα")))
        .contains(capsule);
  }

  @Test
  void capsule_updated_keepsWhatItIsMadeOf() {
    catalogue.addOpen("a");
    Capsule other =
        new Capsule("a", "other", "other", "other", "ro", null, null, 7, null, "other", NOON);
    catalogue.database.useTransaction(session -> new CapsuleStore(session).update(other));

    assertThat(catalogue.<Optional<Capsule>>write(s -> new CapsuleStore(s).byId("a")))
        .contains(
            new Capsule("a", "slug-a", "f-a", "a.mov", "ro", null, null, 7, null, "ae", NOON));
  }

  @Test
  void texts_withoutTitleOrSummary_comeBackAndReplaceEachOther() {
    catalogue.addDraft("a");
    CapsuleTexts texts =
        new CapsuleTexts(
            new Texts(Map.of("fr", "Titre", "el", "Τίτλος")),
            new Texts(Map.of("fr", "Résumé", "de", "Inhalt")),
            Map.of("fr", List.of("dette", "école"), "ro", List.of("școală")));
    catalogue.database.useTransaction(s -> new CapsuleTextStore(s).replace("a", texts));

    CapsuleTexts read =
        Objects.requireNonNull(
            catalogue
                .<Map<String, CapsuleTexts>>write(s -> new CapsuleTextStore(s).byIds(List.of("a")))
                .get("a"));
    assertThat(read.titles().byLanguage()).isEqualTo(texts.titles().byLanguage());
    assertThat(read.summaries().byLanguage()).isEqualTo(texts.summaries().byLanguage());
    assertThat(read.keywords()).isEqualTo(texts.keywords());

    catalogue.database.useTransaction(s -> new CapsuleTextStore(s).replace("a", CapsuleTexts.NONE));
    assertThat(
            catalogue.<Map<String, CapsuleTexts>>write(
                s -> new CapsuleTextStore(s).byIds(List.of("a"))))
        .isEqualTo(Map.of("a", CapsuleTexts.NONE));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void track_ofEveryRole_comesBack(Role role) {
    catalogue.addDraft("a");
    catalogue.addTrack("a", "el", role);

    assertThat(catalogue.<List<Track>>write(s -> new TrackStore(s).of("a")))
        .containsExactly(TestCatalogue.track("a", "el", role));
    assertThat(catalogue.<List<Track>>write(s -> new TrackStore(s).of("b"))).isEmpty();
  }

  /** PostgreSQL has no place for it. */
  @Test
  void text_withNul_comesBackWithoutIt() {
    CapsuleTexts texts =
        new CapsuleTexts(new Texts(Map.of("fr", "La\0visite")), Texts.NONE, Map.of());
    catalogue.addDraft("a");
    catalogue.database.useTransaction(s -> new CapsuleTextStore(s).replace("a", texts));

    assertThat(catalogue.<Boolean>write(s -> new CapsuleStore(s).bySlug("slug-\0a").isPresent()))
        .isTrue();
    assertThat(
            catalogue.<Map<String, CapsuleTexts>>write(
                s -> new CapsuleTextStore(s).byIds(List.of("a"))))
        .extractingByKey("a")
        .extracting(read -> read.titles().byLanguage())
        .isEqualTo(Map.of("fr", "Lavisite"));
  }

  @Test
  void track_ofTheSameLanguageAndRole_replacesTheOneBefore() {
    catalogue.addDraft("a");
    catalogue.addTrack("a", "el", Role.SUBTITLES);
    catalogue.store("corrected");
    Track corrected =
        new Track(
            "other",
            "a",
            "el",
            Role.SUBTITLES,
            "s",
            "new.vtt",
            "webvtt",
            "windows-1253",
            "corrected",
            200,
            4,
            "[{}]",
            NOON.plusMillis(1));
    catalogue.database.useTransaction(s -> new TrackStore(s).save(corrected));

    assertThat(catalogue.<List<Track>>write(s -> new TrackStore(s).of("a")))
        .containsExactly(corrected.of("aelsubtitles", "a"));
  }

  @Test
  void document_comesBackAndIsReplacedByName() {
    catalogue.addDraft("a");
    catalogue.store("d1", "d2");
    Document first =
        new Document("1", "a", "fiche", "a.fiche.pdf", "application/pdf", "d1", 5, NOON);
    Document second =
        new Document("2", "a", "guide", "a.fiche.pdf", "application/pdf", "d2", 6, NOON);
    catalogue.database.useTransaction(s -> new DocumentStore(s).save(first));
    assertThat(catalogue.<List<Document>>write(s -> new DocumentStore(s).of("a")))
        .containsExactly(first);
    catalogue.database.useTransaction(s -> new DocumentStore(s).save(second));
    assertThat(catalogue.<List<Document>>write(s -> new DocumentStore(s).of("a")))
        .containsExactly(second.of("1", "a"));
  }

  @Test
  void situation_withAllAndWithNothing_comesBack() {
    Situation full =
        new Situation(
            "s",
            new Texts(Map.of("fr", "Titre")),
            new Texts(Map.of("el", "Αφήγηση")),
            List.of("dette", "famille"),
            "GR");
    Situation bare = new Situation("t", Texts.NONE, Texts.NONE, List.of(), null);
    catalogue.database.useTransaction(
        session -> {
          SituationStore store = new SituationStore(session);
          store.save(new Situation("s", Texts.NONE, full.titles(), List.of("x"), null), NOON);
          store.save(full, NOON);
          store.save(bare, NOON);
        });

    assertThat(
            catalogue.<Map<String, Situation>>write(
                s -> new SituationStore(s).byIds(List.of("s", "t", "u"))))
        .isEqualTo(Map.of("s", full, "t", bare));
    assertThat(catalogue.<Map<String, Situation>>write(s -> new SituationStore(s).byIds(List.of())))
        .isEmpty();
  }

  @Test
  void collection_withOneTitleInCommon_isTheSame() {
    String first = collection(Map.of("fr", "Numérique"));
    String second = collection(Map.of("fr", "Numérique", "el", "Ψηφιακά"));
    String third = collection(Map.of("el", "Ψηφιακά"));
    String other = collection(Map.of("fr", "numérique"));

    assertThat(List.of(second, third)).containsOnly(first);
    assertThat(other).isNotEqualTo(first);
    assertThat(
            catalogue.<Map<String, Texts>>write(s -> new CollectionStore(s).titles(List.of(first))))
        .isEqualTo(Map.of(first, new Texts(Map.of("fr", "Numérique", "el", "Ψηφιακά"))));
  }

  private String collection(Map<String, String> titles) {
    return catalogue.write(s -> new CollectionStore(s).findOrMake(new Texts(titles), NOON));
  }

  @Test
  void edition_ofSoundAlone_comesBack() {
    catalogue.addDraft("a");
    Edition edition = new Edition("e", Duration.ofMillis(1), null, null, true, "{}", NOON);
    TrackIndex index =
        new TrackIndex(800, "mp4a.40.2", 0, 0, List.of(new Segment(800, 9, 0, 0.021)));
    Edition.Content content =
        new Edition.Content(
            List.of(new Edition.File("audio.mp4", 809, "hash")),
            List.of(new EncodedTrack("audio.mp4", 0, null, null, null, 809, index)),
            List.of());
    catalogue.database.useTransaction(s -> new EditionStore(s).insert(edition, content));

    checkEdition(edition, content);
  }

  @Test
  void edition_withEverything_comesBackAndIsNeverChanged() {
    catalogue.addDraft("a");
    Edition edition =
        new Edition("e", Duration.ofMinutes(15), 1920, 1080, false, "{\"a\":1}", NOON);
    TrackIndex index = new TrackIndex(1, "avc1.64001f", 1920, 1080, List.of());
    Edition.Content content =
        new Edition.Content(
            List.of(new Edition.File("video-1080.mp4", 1L << 40, "hash")),
            List.of(
                new EncodedTrack(
                    "video-1080.mp4", 1080, new Rational(30000, 1001), null, null, 1, index),
                new EncodedTrack("audio.mp4", 0, null, "el", null, 2, index),
                new EncodedTrack("audio-de-dub.mp4", 0, null, "de", SoundRole.DUB, 3, index)),
            List.of(
                new Edition.ChapterMark(Duration.ZERO, "Début"),
                new Edition.ChapterMark(Duration.ofMillis(1500), "Τέλος")));
    Edition again = new Edition("e", Duration.ZERO, null, null, true, "", NOON.plusMillis(1));
    catalogue.database.useTransaction(s -> new EditionStore(s).insert(edition, content));
    catalogue.database.useTransaction(s -> new EditionStore(s).insert(again, content));

    checkEdition(edition, content);
  }

  private void checkEdition(Edition edition, Edition.Content content) {
    catalogue.database.useTransaction(
        session -> {
          EditionStore store = new EditionStore(session);
          assertThat(store.find("e")).contains(edition);
          assertThat(store.files("e")).isEqualTo(content.files());
          assertThat(store.tracks("e")).isEqualTo(content.tracks());
          assertThat(store.chapters("e")).isEqualTo(content.chapters());
        });
  }

  @Test
  void viewing_ofBareAndOpenCapsule_saysWhatIsUnknown() {
    catalogue.addOpen("a");

    assertThat(catalogue.<Optional<Viewing>>viewing(store -> store.byId("a", NOON)))
        .contains(
            new Viewing(
                "a",
                "public",
                "slug-a",
                null,
                null,
                null,
                null,
                "ae",
                Duration.ofSeconds(90),
                640,
                360,
                NOON.minusSeconds(3600),
                null,
                true,
                /* posterSha256= */ null,
                /* trimStart= */ Duration.ZERO,
                /* trimEnd= */ null));
  }

  @Test
  void viewing_ofATrimmedCapsuleWithAPosterOfItsOwn_saysSo() {
    catalogue.addOpen("a");
    catalogue.store("poster");
    Trim trim = new Trim(Duration.ofSeconds(5), Duration.ofSeconds(500));
    catalogue.database.useTransaction(
        session -> {
          new CapsuleStore(session).showEdition("a", "ae", trim);
          new PosterStore(session).save("a", new Poster("poster", 1, Duration.ofSeconds(7)));
        });

    Viewing viewing = catalogue.viewing(store -> store.byId("a", NOON)).orElseThrow();

    assertThat(viewing.posterSha256()).isEqualTo("poster");
    // 90 s were made, whatever was asked for.
    assertThat(viewing.part()).isEqualTo(new Trim(trim.start(), Duration.ofSeconds(95)));
    assertThat(catalogue.<Optional<Poster>>write(s -> new PosterStore(s).of("a")))
        .contains(new Poster("poster", 1, Duration.ofSeconds(7)));
  }

  @Test
  void release_savedAgain_replacesTimesAndLanguages() {
    catalogue.addOpen("a");
    catalogue.release("a", Audience.PUBLIC, NOON, NOON.plusSeconds(1), "el", "el");
    assertThat(catalogue.isSeen("a", NOON)).isFalse();

    catalogue.release("a", Audience.PUBLIC, NOON, null);

    assertThat(catalogue.isSeen("a", NOON.plusSeconds(1))).isTrue();
    assertThat(catalogue.<Boolean>write(s -> new ReleaseStore(s).exists("a"))).isTrue();
    assertThat(catalogue.<Boolean>write(s -> new ReleaseStore(s).exists("b"))).isFalse();
  }

  @Test
  void capsule_ofFootageThatStorageDoesNotHold_isRefused() {
    assertThatThrownBy(
            () ->
                catalogue.database.useTransaction(
                    session -> new CapsuleStore(session).insert(TestCatalogue.bare("a"))))
        .isInstanceOf(UnableToExecuteStatementException.class)
        .message()
        .containsIgnoringCase("foreign key");
  }
}
