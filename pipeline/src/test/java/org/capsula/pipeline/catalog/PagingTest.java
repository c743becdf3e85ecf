package org.capsula.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.pipeline.catalog.TestCatalogue.NOON;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.catalog.situation.Situation;
import org.capsula.pipeline.catalog.situation.SituationStore;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Place;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.subtitles.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue's pages and what narrows them. */
class PagingTest {
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
  void walk_whileCapsulesAreAddedInBetween_givesEachOnce() {
    for (int n = 0; n < 23; n++) {
      // Several open at the same instant, as an import does it: the id decides then.
      openAt("old" + n, NOON.minusSeconds(100 + n / 5));
    }
    List<String> walked = new ArrayList<>();
    Place after = null;
    for (int page = 0; ; page++) {
      List<Viewing> found = page(Filter.ALL, after, 4);
      if (found.isEmpty()) {
        break;
      }
      found.forEach(viewing -> walked.add(viewing.id()));
      after = Place.of(found.get(found.size() - 1));
      // The first of these belongs on a page that was turned, the other on one that was not.
      openAt("new" + page, NOON.minusSeconds(1));
      openAt("late" + page, NOON.minusSeconds(1000 - page));
      if (page > 20) {
        break;
      }
    }

    assertThat(walked).doesNotHaveDuplicates();
    assertThat(walked).filteredOn(id -> id.startsWith("old")).hasSize(23);
    assertThat(walked).noneMatch(id -> id.startsWith("new"));
  }

  @Test
  void page_isNewestOpeningFirst() {
    openAt("b", NOON.minusSeconds(10));
    openAt("c", NOON.minusSeconds(10));
    openAt("a", NOON.minusSeconds(5));
    openAt("d", NOON.minusSeconds(20));

    assertThat(ids(Filter.ALL)).containsExactly("a", "c", "b", "d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x", ".a", "é.a", "zzzzzzzzzzzzzzzzzz.a", "-.a"})
  void place_ofSomebodysInvention_isNone(String word) {
    assertThat(Place.of(word)).isEmpty();
  }

  @Test
  void place_inAnAddress_comesBack() {
    Place place = new Place(NOON, "0f.3c-a");

    assertThat(Place.of(place.word())).isEqualTo(Optional.of(place));
    assertThat(place.word()).matches("[\\w.-]+");
  }

  @ParameterizedTest
  @CsvSource({"el, true", "fr, true", "ro, false", "e_, false", "%, false"})
  void language_ofSubtitlesOrCaptions_narrows(String language, boolean found) {
    catalogue.addOpen("a");
    catalogue.addTrack("a", "el", Role.SUBTITLES);
    catalogue.addTrack("a", "fr", Role.CAPTIONS);
    catalogue.addTrack("a", "ro", Role.CHAPTERS);

    assertThat(ids(new Filter(language, null, null)).contains("a")).isEqualTo(found);
  }

  @Test
  void theme_ofItsSituation_narrows() {
    catalogue.write(
        session -> {
          new SituationStore(session)
              .save(new Situation("s", Texts.NONE, Texts.NONE, List.of("famille"), "BE"), NOON);
          return 0;
        });
    catalogue.addOpen("a");
    catalogue.addOpen("b");
    catalogue.database.useTransaction(session -> new CapsuleStore(session).update(in("a", "s")));

    assertThat(ids(new Filter(null, "famille", null))).containsExactly("a");
    assertThat(ids(new Filter(null, "Famille", null))).isEmpty();
    assertThat(ids(new Filter(null, "dette", null))).isEmpty();
  }

  private static Capsule in(String id, String situation) {
    Capsule bare = TestCatalogue.bare(id);
    return new Capsule(
        id,
        bare.slug(),
        bare.footageSha256(),
        bare.footageName(),
        null,
        situation,
        null,
        null,
        null,
        null,
        NOON);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100 % des élèves       | 100 %    | true",
        "100 % des élèves       | 0%d      | false",
        "100 % des élèves       | %        | true",
        "Un mot_clé             | _        | true",
        "Un mot clé             | _        | false",
        "Un mot clé             | mot_clé  | false",
        "Attention!             | attention! | true",
        "Attention              | !        | false",
        "Back\\slash            | \\       | true",
        "Élève à l’école        | ELEVE A  | true",
        "Eleve                  | élève    | true",
        "Η ΜΗΤΕΡΑ ΤΗΣ ΑΝΝΑΣ     | μητέρα   | true",
        "Η μητέρα της Άννας     | ΆΝΝΑΣ    | true",
        "Școala și părinții     | scoala si parintii | true",
        "Şcoala                 | școala   | true",
        "Straße                 | strasse  | false",
        "Deux   mots            | deux mots | true",
        "Deux mots              | ' deux '  | true",
        "L’école d’Anna         | ’anna    | true"
      })
  void words_foldedAndTakenAsTheyStand_find(String title, String words, boolean found) {
    catalogue.addOpen("a");
    catalogue.title("a", "und", title);

    assertThat(ids(new Filter(null, null, words)).contains("a")).isEqualTo(found);
  }

  @Test
  void filters_together_allHold() {
    catalogue.addOpen("a");
    catalogue.addTrack("a", "el", Role.SUBTITLES);
    catalogue.title("a", "fr", "Accueil");

    assertThat(ids(new Filter("el", null, "accueil"))).containsExactly("a");
    assertThat(ids(new Filter("el", null, "adieu"))).isEmpty();
    assertThat(ids(new Filter("el", "famille", "accueil"))).isEmpty();
  }

  private void openAt(String id, Instant opens) {
    catalogue.addDraft(id);
    catalogue.addEdition(id, "e", false);
    catalogue.release(id, Audience.PUBLIC, opens, null);
  }

  private List<String> ids(Filter filter) {
    return page(filter, null, 100).stream().map(Viewing::id).toList();
  }

  private List<Viewing> page(Filter filter, @Nullable Place after, int limit) {
    return catalogue.viewing(store -> store.page(filter, after, limit, NOON));
  }
}
