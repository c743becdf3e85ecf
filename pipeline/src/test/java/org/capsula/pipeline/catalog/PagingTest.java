package org.capsula.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.pipeline.catalog.TestCatalogue.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.catalog.situation.Situation;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Lasting;
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

    assertThat(ids(Filter.ALL.withLanguage(language)).contains("a")).isEqualTo(found);
  }

  @Test
  void theme_ofItsSituation_narrows() {
    situate("a", List.of("famille"), "BE");
    catalogue.addOpen("b");

    assertThat(ids(Filter.ALL.withThemes(List.of("famille")))).containsExactly("a");
    assertThat(ids(Filter.ALL.withThemes(List.of("Famille")))).isEmpty();
    assertThat(ids(Filter.ALL.withThemes(List.of("dette")))).isEmpty();
  }

  @Test
  void themes_anyOfThem_narrows() {
    situate("a", List.of("famille"), "BE");
    situate("b", List.of("familie"), "RO");
    situate("c", List.of("dette"), "FR");

    assertThat(ids(Filter.ALL.withThemes(List.of("famille", "familie"))))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void country_ofItsSituation_narrows() {
    situate("a", List.of(), "BE");
    situate("b", List.of(), "RO");
    catalogue.addOpen("c");

    assertThat(ids(Filter.ALL.withCountry("RO"))).containsExactly("b");
    assertThat(ids(Filter.ALL.withCountry("ro"))).isEmpty();
  }

  /** At 3:00 it is still short, at 8:00 still middle. */
  @ParameterizedTest
  @CsvSource({
    "1, SHORT",
    "180000, SHORT",
    "180001, MIDDLE",
    "480000, MIDDLE",
    "480001, LONG",
    "36000000, LONG"
  })
  void length_isOfOneClass(long millis, Lasting lasting) {
    catalogue.addOpen("a");
    catalogue.addEdition("a", "of that length", Duration.ofMillis(millis));

    for (Lasting each : Lasting.values()) {
      assertThat(ids(Filter.ALL.withLasting(each)).contains("a")).isEqualTo(each == lasting);
    }
  }

  @Test
  void filters_together_allHold() {
    situate("a", List.of("famille"), "BE");
    catalogue.addTrack("a", "el", Role.SUBTITLES);

    assertThat(ids(new Filter("el", List.of("famille"), "BE", Lasting.SHORT, null)))
        .containsExactly("a");
    assertThat(ids(new Filter("ro", List.of("famille"), "BE", Lasting.SHORT, null))).isEmpty();
    assertThat(ids(new Filter("el", List.of("dette"), "BE", Lasting.SHORT, null))).isEmpty();
    assertThat(ids(new Filter("el", List.of("famille"), "FR", Lasting.SHORT, null))).isEmpty();
    assertThat(ids(new Filter("el", List.of("famille"), "BE", Lasting.LONG, null))).isEmpty();
  }

  @Test
  void collection_isOfItsCapsulesAlone() {
    catalogue.addOpen("a");
    catalogue.addOpen("b");
    String id =
        catalogue.write(
            s -> new CollectionStore(s).findOrMake(new Texts(Map.of("fr", "Numérique")), NOON));
    catalogue.database.useTransaction(
        s -> s.handle().execute("UPDATE capsule SET collection_id = ? WHERE id = ?", id, "a"));

    assertThat(ids(Filter.ALL.withCollection(id))).containsExactly("a");
    assertThat(ids(Filter.ALL.withCollection("another"))).isEmpty();
  }

  @Test
  void among_asksTheSameSentence() {
    situate("a", List.of(), "BE");
    situate("b", List.of(), "RO");
    catalogue.addDraft("draft");
    List<String> asked = List.of("a", "b", "draft", "none");

    assertThat(among(asked, Filter.ALL)).containsExactlyInAnyOrder("a", "b");
    assertThat(among(asked, Filter.ALL.withCountry("BE"))).containsExactly("a");
    assertThat(among(List.of(), Filter.ALL)).isEmpty();
  }

  private List<String> among(List<String> asked, Filter filter) {
    return catalogue.viewing(store -> store.among(asked, filter, NOON)).stream()
        .map(Viewing::id)
        .toList();
  }

  private void situate(String id, List<String> themes, String country) {
    catalogue.addOpen(id);
    catalogue.situate(id, new Situation("s" + id, Texts.NONE, Texts.NONE, themes, country));
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
