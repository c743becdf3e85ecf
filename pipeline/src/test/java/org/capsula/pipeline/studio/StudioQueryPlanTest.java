package org.capsula.pipeline.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.pipeline.studio.TestStudio.NOON;

import java.nio.file.Path;
import java.util.List;
import org.capsula.pipeline.catalog.TestCatalogue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How SQLite finds a page; see the catalogue's test of the same. */
class StudioQueryPlanTest {
  @TempDir private static Path folder;

  @ParameterizedTest
  @EnumSource
  void firstPage_readsNoTableFromEndToEnd(Show show) {
    check(show, null, null);
  }

  @ParameterizedTest
  @EnumSource
  void nextPage_readsNoTableFromEndToEnd(Show show) {
    check(show, null, new StudioPlace(NOON, "a"));
  }

  @ParameterizedTest
  @EnumSource
  void pageOfWords_readsNoTableFromEndToEnd(Show show) {
    check(show, "école", new StudioPlace(NOON, "a"));
  }

  /** Asked every second: only the newest capsules are read, and of other tables what is theirs. */
  @Test
  void marks_readNoTableFromEndToEnd() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<String> plan =
          catalogue.database.look(session -> new MarkStore(session).explainMarks(50, NOON));
      assertThat(plan).anyMatch(step -> step.startsWith("SEARCH t USING"));
      assertThat(plan).noneMatch(step -> step.startsWith("SCAN") && !step.equals("SCAN newest"));
    }
  }

  /** From the newest on, and no row is sorted: LIMIT ends the walk early. */
  private static void check(Show show, @Nullable String words, @Nullable StudioPlace place) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<String> plan =
          catalogue.database.look(
              session ->
                  new StudioStore(session).explainPage(new StudioFilter(show, words), place, NOON));
      assertThat(plan).isNotEmpty();
      assertThat(plan).noneMatch(step -> step.startsWith("SCAN"));
      assertThat(plan).noneMatch(step -> step.contains("TEMP B-TREE"));
      assertThat(plan.get(0)).matches("SEARCH c USING .*INDEX capsule_(standing|deleted).*");
    }
  }
}
