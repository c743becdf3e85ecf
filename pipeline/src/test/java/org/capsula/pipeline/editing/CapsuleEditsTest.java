package org.capsula.pipeline.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.editorial.Consent;
import org.capsula.pipeline.catalog.editorial.OwnChapter;
import org.capsula.pipeline.editing.Description.CollectionPlace;
import org.capsula.pipeline.editing.Description.SituationTexts;
import org.capsula.pipeline.editing.Edited.Outdated;
import org.capsula.pipeline.editing.Edited.Saved;
import org.capsula.pipeline.editing.RefusedEditException.Reason;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapsuleEditsTest {
  private static final Description FULL =
      new Description(
          "fr",
          new CapsuleTexts(
              new Texts(Map.of("fr", "Le mot de passe", "el", "Ο κωδικός")),
              new Texts(Map.of("fr", "Deux collègues.")),
              Map.of("fr", List.of("accès", "secret"))),
          new Texts(Map.of("fr", "Image : Ana\nSon : Petros")),
          new CollectionPlace(null, new Texts(Map.of("fr", "Numérique")), 3),
          new SituationTexts(
              new Texts(Map.of("fr", "Au guichet")),
              new Texts(Map.of("fr", "Elle demande.\n\nIl répond.")),
              List.of("logement"),
              "BE"),
          Optional.of(
              List.of(
                  new OwnChapter("fr", Duration.ZERO, "Début"),
                  new OwnChapter("fr", Duration.ofMillis(1500), "Suite"))),
          Trim.NONE,
          new Consent("Signé par Mme D.", LocalDate.of(2030, 12, 31)));

  @TempDir Path folder;
  private Desk desk;
  private String id;

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder);
    id = desk.addDraft();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private CapsuleEdits.Versioned read() {
    return desk.capsules.find(id).orElseThrow();
  }

  private Saved save(UnaryOperator<Description> change) throws RefusedEditException {
    return (Saved) desk.capsules.change(id, read().version(), change);
  }

  @Test
  void everything_comesBackAsItWasSaved() throws Exception {
    Saved saved = save(before -> FULL);

    CapsuleEdits.Versioned now = read();
    assertThat(now).isEqualTo(new CapsuleEdits.Versioned(saved.version(), saved.now()));
    CollectionPlace place = Objects.requireNonNull(now.description().collection());
    assertThat(now.description())
        .isEqualTo(
            new Description(
                FULL.language(),
                FULL.texts(),
                FULL.credits(),
                new CollectionPlace(place.id(), new Texts(Map.of("fr", "Numérique")), 3),
                FULL.situation(),
                FULL.chapters(),
                FULL.trim(),
                FULL.consent()));
    assertThat(saved.productionId()).isNull();
  }

  @Test
  void emptied_leavesNothing() throws Exception {
    save(before -> FULL);
    Description empty =
        new Description(
            null, CapsuleTexts.NONE, Texts.NONE, null, null, Optional.empty(), Trim.NONE, null);

    save(before -> empty);

    assertThat(read().description()).isEqualTo(empty);
    assertThat(desk.capsule(id).situationId()).isNull();
    assertThat(
            desk.<List<String>>look(
                s -> s.handle().createQuery("SELECT id FROM situation").mapTo(String.class).list()))
        .as("a situation that no capsule shows")
        .isEmpty();
  }

  @Test
  void whatPeopleType_isCleaned() throws Exception {
    Saved saved =
        save(
            before ->
                withTexts(
                    before,
                    new CapsuleTexts(
                        new Texts(Map.of("gre", "  Ένα\u0000 θέμα\u0007 ", "fr", "  ")),
                        new Texts(Map.of("fr", "Une\r\nligne")),
                        Map.of("fr", List.of("b", " a ", "b", "")))));

    assertThat(saved.now().texts().titles().byLanguage())
        .containsExactly(Map.entry("el", "Ένα θέμα"));
    assertThat(saved.now().texts().summaries().byLanguage().get("fr")).isEqualTo("Une\nligne");
    assertThat(saved.now().texts().keywords()).isEqualTo(Map.of("fr", List.of("a", "b")));
  }

  @Test
  void beyondMeasure_isRefusedAndChangesNothing() {
    CapsuleEdits.Versioned before = read();

    for (UnaryOperator<Description> change :
        List.<UnaryOperator<Description>>of(
            now -> withTexts(now, titled("fr", "x".repeat(301))),
            now -> withTexts(now, titled("klingonese", "x")),
            now ->
                new Description(
                    null,
                    now.texts(),
                    now.credits(),
                    new CollectionPlace("nowhere", Texts.NONE, null),
                    null,
                    now.chapters(),
                    now.trim(),
                    null))) {
      assertThatThrownBy(() -> save(change))
          .isInstanceOfSatisfying(
              RefusedEditException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID));
    }
    assertThat(read()).isEqualTo(before);
  }

  @Test
  void secondOfTwoEditors_isToldWhatTheFirstSaid() throws Exception {
    long seen = read().version();
    desk.capsules.change(id, seen, now -> withTexts(now, titled("fr", "Premier")));

    Edited second = desk.capsules.change(id, seen, now -> withTexts(now, titled("fr", "Second")));

    assertThat(second).isInstanceOf(Outdated.class);
    Outdated outdated = (Outdated) second;
    assertThat(outdated.now().texts()).isEqualTo(titled("fr", "Premier"));
    assertThat(read().description().texts()).isEqualTo(titled("fr", "Premier"));
    assertThat(
            desk.capsules.change(
                id, outdated.version(), now -> withTexts(now, titled("fr", "Second"))))
        .isInstanceOf(Saved.class);
  }

  @Test
  void saidAgain_isNoNewVersion() throws Exception {
    long first = save(before -> FULL).version();

    assertThat(save(before -> before).version()).isEqualTo(first);
  }

  @Test
  void deletedCapsule_cannotBeEdited() throws Exception {
    long seen = read().version();
    desk.library
        .database()
        .useTransaction(
            s -> s.handle().execute("UPDATE capsule SET deleted_at = 1 WHERE id = ?", id));

    assertThat(desk.capsules.change(id, seen, now -> FULL)).isInstanceOf(Edited.Gone.class);
    assertThat(desk.capsules.find(id)).isEmpty();
    assertThat(desk.capsules.change("nobody", 1, now -> FULL)).isInstanceOf(Edited.Gone.class);
  }

  @Test
  void anotherPartOfTheFootage_isQueuedInPlaceOfWhatIsUnderWay() throws Exception {
    String first = desk.productions(id).get(0).id();

    Saved saved = save(before -> withTrim(before, new Trim(Duration.ofMillis(500), null)));

    assertThat(desk.productions(id))
        .extracting(Production::id, Production::state)
        .containsExactlyInAnyOrder(
            tuple(saved.productionId(), State.QUEUED), tuple(first, State.CANCELLED));
  }

  private static CapsuleTexts titled(String language, String title) {
    return new CapsuleTexts(new Texts(Map.of(language, title)), Texts.NONE, Map.of());
  }

  private static Description withTexts(Description of, CapsuleTexts texts) {
    return new Description(
        of.language(),
        texts,
        of.credits(),
        of.collection(),
        of.situation(),
        of.chapters(),
        of.trim(),
        of.consent());
  }

  static Description withTrim(Description of, Trim trim) {
    return new Description(
        of.language(),
        of.texts(),
        of.credits(),
        of.collection(),
        of.situation(),
        of.chapters(),
        trim,
        of.consent());
  }
}
