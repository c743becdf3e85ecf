package org.capsula.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.pipeline.catalog.TestCatalogue.NOON;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Lasting;
import org.capsula.pipeline.catalog.viewing.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How SQLite finds a page. It keeps no statistics here, so its choice does not depend on what is in
 * the tables.
 */
class QueryPlanTest {
  @TempDir private static Path folder;

  static Stream<Filter> filters() {
    return Stream.of(
        Filter.ALL,
        Filter.ALL.withLanguage("el"),
        Filter.ALL.withThemes(List.of("famille", "familie")),
        Filter.ALL.withLanguage("el").withThemes(List.of("famille")),
        Filter.ALL.withCountry("BE"),
        Filter.ALL.withLasting(Lasting.SHORT),
        new Filter("el", List.of("famille"), "BE", Lasting.LONG, null));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void firstPage_readsNoTableFromEndToEnd(Filter filter) {
    check(plan(filter, false));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void nextPage_readsNoTableFromEndToEnd(Filter filter) {
    check(plan(filter, true));
  }

  /** Asked for every range of every film: it must not grow with the catalogue. */
  @Test
  void fileOfAnEdition_isFoundByKeysAlone() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<String> plan =
          catalogue.viewing(store -> store.explainEditionFile("e", "video-720.mp4", NOON));
      assertThat(plan).noneMatch(step -> step.startsWith("SCAN"));
      assertThat(plan.get(0)).startsWith("SEARCH f ").contains("edition_id=? AND name=?");
      assertThat(plan).noneMatch(step -> step.contains("release_opening"));
    }
  }

  private static List<String> plan(Filter filter, boolean next) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      Place place = next ? new Place(NOON, "a") : null;
      return catalogue.viewing(store -> store.explainPage(filter, place, 25, NOON));
    }
  }

  /** From the newest opening on, and no row is sorted: LIMIT ends the walk early. */
  private static void check(List<String> plan) {
    assertThat(plan).isNotEmpty();
    assertThat(plan).noneMatch(step -> step.startsWith("SCAN"));
    assertThat(plan).noneMatch(step -> step.contains("TEMP B-TREE"));
    assertThat(plan.get(0)).startsWith("SEARCH r USING INDEX release_opening");
  }
}
