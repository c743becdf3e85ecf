package org.capsula.pipeline.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.pipeline.studio.TestStudio.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a filter shows and what the badges say, whatever comes together. */
class StudioFilterTest {
  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * For the others there is no filter of the same word: {@link Show#WORKING} shows the first two.
   */
  private static final Map<Show, Set<StudioState>> BADGES =
      Map.of(
          Show.HELD, EnumSet.of(StudioState.HELD),
          Show.DRAFT, EnumSet.of(StudioState.DRAFT),
          Show.WAITING, EnumSet.of(StudioState.WAITING),
          Show.OPEN, EnumSet.of(StudioState.OPEN),
          Show.CLOSED, EnumSet.of(StudioState.CLOSED),
          Show.DELETED, EnumSet.of(StudioState.DELETED));

  private enum Film {
    NEVER_QUEUED,
    QUEUED,
    RUNNING,
    FAILED,
    CANCELLED,
    LOST,
    MADE,
    HELD,
    MADE_AND_FAILED_AGAIN
  }

  private enum Opening {
    NONE,
    TO_COME,
    NOW,
    NOW_BUT_LACKING,
    OVER
  }

  @Test
  void filter_showsThoseWhoseBadgeSaysSo(@TempDir Path folder) {
    try (TestStudio studio = new TestStudio(folder)) {
      for (Film film : Film.values()) {
        for (Opening opening : Opening.values()) {
          for (String deleted : List.of("", "-deleted")) {
            String id = (film + "-" + opening + deleted).toLowerCase(java.util.Locale.ROOT);
            add(studio, id, film);
            release(studio, id, opening);
            if (!deleted.isEmpty()) {
              studio.actions.delete(id);
            }
          }
        }
      }

      Set<String> all =
          List.of(Show.ALL, Show.DELETED).stream()
              .flatMap(show -> studio.ids(show).stream())
              .collect(Collectors.toSet());
      assertThat(all).hasSize(Film.values().length * Opening.values().length * 2);
      BADGES.forEach(
          (show, badges) ->
              assertThat(studio.ids(show))
                  .as(show.word())
                  .isNotEmpty()
                  .containsExactlyInAnyOrderElementsOf(
                      all.stream()
                          .filter(id -> badges.contains(studio.find(id).state()))
                          .toList()));
      assertThat(studio.ids(Show.WORKING))
          .isNotEmpty()
          .allMatch(id -> id.startsWith("queued") || id.startsWith("running"));
      assertThat(studio.ids(Show.FAILED))
          .isNotEmpty()
          .allMatch(id -> id.startsWith("failed") || id.startsWith("made_and_failed"));
    }
  }

  private static void add(TestStudio studio, String id, Film film) {
    studio.add(id, 100);
    String production = film == Film.NEVER_QUEUED ? "" : studio.queue(id, 100);
    switch (film) {
      case NEVER_QUEUED, QUEUED -> {}
      case RUNNING -> studio.begin(production);
      case FAILED -> studio.fail(studio.begin(production), "not-footage");
      case CANCELLED -> studio.actions.cancel(id);
      case LOST, MADE, HELD, MADE_AND_FAILED_AGAIN -> studio.finish(studio.begin(production), id);
    }
    if (film == Film.LOST) {
      studio.write(
          session ->
              session.handle().execute("UPDATE capsule SET edition_id = NULL WHERE id = ?", id));
    } else if (film == Film.HELD) {
      studio.catalogue.addEdition(id, "h", true);
    } else if (film == Film.MADE_AND_FAILED_AGAIN) {
      studio.pass(Duration.ofMillis(1));
      studio.fail(studio.begin(studio.queue(id, 100)), "machine-failure");
    }
  }

  private static void release(TestStudio studio, String id, Opening opening) {
    var before = NOON.minus(HOUR);
    var after = NOON.plus(HOUR);
    switch (opening) {
      case NONE -> {}
      case TO_COME -> studio.catalogue.release(id, Audience.PUBLIC, after, null);
      case NOW -> studio.catalogue.release(id, Audience.PUBLIC, before, after);
      case NOW_BUT_LACKING -> studio.catalogue.release(id, Audience.PUBLIC, before, null, "el");
      case OVER -> studio.catalogue.release(id, Audience.PUBLIC, before, NOON);
    }
  }
}
