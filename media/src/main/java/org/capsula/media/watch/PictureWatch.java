package org.capsula.media.watch;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at about ten tiny pictures a second of a film. */
public final class PictureWatch {
  /** A pause between two parts, or the second before the titles, is shorter. */
  private static final Duration SHORTEST_BLACK = Duration.ofSeconds(5);

  private final SpanCollector black = new SpanCollector(SHORTEST_BLACK, Duration.ZERO);
  private final FreezeWatch freezes = new FreezeWatch();
  private final CutWatch cuts = new CutWatch();
  private @Nullable TinyPicture last;
  private boolean lastIsBlack;

  /** A picture stands until the next one comes. */
  public void accept(TinyPicture picture) {
    standsUntil(picture.time());
    lastIsBlack = picture.isBlack();
    cuts.accept(picture, lastIsBlack);
    freezes.accept(picture, lastIsBlack);
    last = picture;
  }

  /**
   * @param end of the film
   */
  public void finish(Duration end) {
    standsUntil(end);
    freezes.finish(end);
    cuts.finish();
  }

  private void standsUntil(Duration time) {
    if (last != null && lastIsBlack && time.compareTo(last.time()) > 0) {
      black.add(last.time(), time);
    }
  }

  /** Where there is nothing to see for five seconds or more. */
  public List<Span> black() {
    return black.spans();
  }

  /**
   * Where the picture stops in mid movement, for ten seconds or more. None in films that stand
   * still for half of their time or longer: those are slides, or one picture with a voice.
   */
  public List<Span> frozen() {
    return freezes.frozen(cuts.scenes());
  }

  /** Where scenes begin; the film's own beginning is not among them. */
  public List<Scene> scenes() {
    return cuts.scenes();
  }
}
