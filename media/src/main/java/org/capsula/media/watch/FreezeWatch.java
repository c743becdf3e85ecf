package org.capsula.media.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds pictures that do not change.
 *
 * <p>Standing still is no fault by itself: slides stand for minutes. What a person wants to know of
 * is a camera that stopped. Its picture comes out of movement, while a slide or a title comes with
 * a cut; and it is the exception in its film.
 */
final class FreezeWatch {
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  /** Shorter rests than this are not counted as standing still. */
  private static final Duration REST = Duration.ofSeconds(1);

  /** A cut this near the beginning of the rest brought the picture that stands. */
  private static final Duration NEAR = Duration.ofMillis(1500);

  /** How far from its first picture a rest may get: key frames are compressed anew. */
  private static final double FARTHEST_MEAN = 0.8;

  private static final int FARTHEST = 8;

  /** Between two pictures of a camera that runs, noise alone changes more, in steps of luma. */
  private static final double NO_CHANGE = 0.03;

  /** Key frames and what refines them may change the picture in one step of so many. */
  private static final int MOST_CHANGES_ONE_IN = 4;

  private final List<Span> rests = new ArrayList<>();
  private @Nullable TinyPicture first;
  private @Nullable TinyPicture last;
  private @Nullable Duration end;
  private int steps;
  private int changes;

  void accept(TinyPicture picture, boolean black) {
    if (first == null || last == null || black || !isLike(picture, first)) {
      close(picture.time());
      first = black ? null : picture;
    } else {
      steps++;
      changes += picture.difference(last) > NO_CHANGE ? 1 : 0;
    }
    last = picture;
  }

  void finish(Duration filmEnd) {
    close(filmEnd);
    first = null;
    end = filmEnd;
  }

  private static boolean isLike(TinyPicture picture, TinyPicture first) {
    return picture.difference(first) <= FARTHEST_MEAN
        && picture.largestDifference(first) <= FARTHEST;
  }

  private void close(Duration time) {
    if (first != null
        && time.minus(first.time()).compareTo(REST) >= 0
        && changes * MOST_CHANGES_ONE_IN <= steps) {
      rests.add(new Span(first.time(), time));
    }
    steps = 0;
    changes = 0;
  }

  List<Span> frozen(List<Scene> scenes) {
    Duration still = Span.covered(rests);
    if (end == null || still.multipliedBy(2).compareTo(end) >= 0) {
      return List.of();
    }
    return rests.stream()
        .filter(rest -> rest.length().compareTo(SHORTEST) >= 0)
        .filter(rest -> rest.start().compareTo(NEAR) > 0)
        .filter(rest -> scenes.stream().noneMatch(scene -> brought(rest, scene)))
        .toList();
  }

  private static boolean brought(Span rest, Scene scene) {
    return rest.start().minus(scene.start()).abs().compareTo(NEAR) <= 0;
  }
}
