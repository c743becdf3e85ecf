package org.capsula.media.watch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places where another scene begins: at a cut, or out of black.
 *
 * <p>At a cut many samples change at once, their brightnesses are others too (a pan only moves
 * them), what is seen is something else (a lamp that is switched on shows the same things), and it
 * does not come back (a flash does).
 */
final class CutWatch {
  /** Mean difference in steps of luma. */
  private static final double LEAST_DIFFERENCE = 6;

  /** How far above what moves anyway. */
  private static final double ABOVE_MOVEMENT = 2.5;

  private static final double LEAST_HISTOGRAM_DIFFERENCE = 0.12;
  private static final double MOST_LIKENESS = 0.7;

  /** How much of the last step enters the average of movement. */
  private static final double FORGETTING = 0.2;

  /** Flashes are over after a third of a second. */
  private static final int STEPS_TO_STAY = 3;

  private final List<Scene> scenes = new ArrayList<>();
  private @Nullable TinyPicture last;
  private double movement;
  private @Nullable TinyPicture before;
  private @Nullable Scene candidate;
  private int stayed;
  private int blackPictures;

  void accept(TinyPicture picture, boolean black) {
    if (black) {
      blackPictures++;
      candidate = null;
    } else if (blackPictures > 1) {
      beginsOutOfBlack(picture);
    } else if (candidate != null) {
      judgeCandidate(picture);
    } else if (last != null) {
      compare(last, picture);
    }
    blackPictures = black ? blackPictures : 0;
    last = picture;
  }

  private void beginsOutOfBlack(TinyPicture picture) {
    scenes.add(new Scene(picture.time(), 1));
    movement = 0;
  }

  private void compare(TinyPicture previous, TinyPicture picture) {
    double difference = previous.difference(picture);
    if (difference >= Math.max(LEAST_DIFFERENCE, ABOVE_MOVEMENT * movement)
        && previous.histogramDifference(picture) >= LEAST_HISTOGRAM_DIFFERENCE
        && previous.likeness(picture) <= MOST_LIKENESS) {
      candidate = new Scene(picture.time(), strength(previous, picture));
      before = previous;
      stayed = 1;
    } else {
      movement += FORGETTING * (difference - movement);
    }
  }

  private static double strength(TinyPicture previous, TinyPicture picture) {
    return Math.min(1, 1 - previous.likeness(picture));
  }

  private void judgeCandidate(TinyPicture picture) {
    if (before == null || before.likeness(picture) > MOST_LIKENESS) {
      candidate = null;
    } else if (++stayed >= STEPS_TO_STAY) {
      confirm();
    }
  }

  private void confirm() {
    if (candidate != null) {
      scenes.add(candidate);
      candidate = null;
    }
  }

  /** A film may end within the steps that a scene has to stay. */
  void finish() {
    candidate = null;
  }

  List<Scene> scenes() {
    return List.copyOf(scenes);
  }
}
