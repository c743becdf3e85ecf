package org.capsula.media.ffmpeg;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Tells how far into the footage a piece of work has come. It is told often, also where there is no
 * new place to tell: who watches must be able to tell slow work from none.
 */
public final class Headway {
  private final Consumer<Duration> told;
  private Duration furthest = Duration.ZERO;

  /**
   * @param told gets places that never go back
   */
  public Headway(Consumer<Duration> told) {
    this.told = told;
  }

  /** Pictures and sound take turns in the file, and each has places of its own. */
  void at(Duration time) {
    furthest = time.compareTo(furthest) > 0 ? time : furthest;
    told.accept(furthest);
  }

  void goesOn() {
    told.accept(furthest);
  }
}
