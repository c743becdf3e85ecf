package org.capsula.media.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.capsula.media.probe.Chapter;

/** Chapters for a film that came without: at its scenes, few and far enough apart to be of use. */
public final class SceneChapters {
  /** Whoever watches a shorter film needs none. */
  private static final Duration SHORTEST_FILM = Duration.ofMinutes(2);

  private static final Duration SHORTEST_CHAPTER = Duration.ofSeconds(30);
  private static final int MOST = 12;

  private SceneChapters() {}

  /**
   * @param scenes in the order of time
   * @return numbered from 1, the first at the film's beginning; none, or two and more
   */
  public static List<Chapter> of(List<Scene> scenes, Duration film) {
    if (film.compareTo(SHORTEST_FILM) < 0) {
      return List.of();
    }
    Duration length = longer(SHORTEST_CHAPTER, film.dividedBy(MOST));
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(new Chapter(Duration.ZERO, "1"));
    Duration from = Duration.ZERO;
    Optional<Scene> next = next(scenes, from, length, film);
    while (next.isPresent()) {
      from = next.get().start();
      chapters.add(new Chapter(from, Integer.toString(chapters.size() + 1)));
      next = next(scenes, from, length, film);
    }
    return chapters.size() < 2 ? List.of() : chapters;
  }

  /** Of those at the right distance the clearest, else the first one after. */
  private static Optional<Scene> next(
      List<Scene> scenes, Duration from, Duration length, Duration film) {
    Duration earliest = from.plus(length);
    Duration latest = earliest.plus(length);
    List<Scene> possible =
        scenes.stream()
            .filter(scene -> scene.start().compareTo(earliest) >= 0)
            .filter(scene -> film.minus(scene.start()).compareTo(SHORTEST_CHAPTER) >= 0)
            .toList();
    // Of several that are as clear, max would take the last.
    return possible.stream()
        .filter(scene -> scene.start().compareTo(latest) < 0)
        .max(
            Comparator.comparingDouble(Scene::strength)
                .thenComparing(Scene::start, Comparator.reverseOrder()))
        .or(() -> possible.stream().findFirst());
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
