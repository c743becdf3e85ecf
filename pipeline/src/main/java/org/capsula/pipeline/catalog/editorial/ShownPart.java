package org.capsula.pipeline.catalog.editorial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.capsula.media.transcode.Trim;
import org.jspecify.annotations.Nullable;

/** From times of the footage to times of the film that was cut out of it. */
public final class ShownPart {
  private ShownPart() {}

  /**
   * Where the film begins and ends in its footage: {@link Trim#NONE} where nothing was cut off,
   * else with both ends known.
   *
   * @param end that was asked for, which may lie behind the footage's; null for the footage's own
   * @param length of the film
   */
  public static Trim of(Duration start, @Nullable Duration end, Duration length) {
    boolean whole = (start.isZero() && end == null) || length.isZero();
    return whole ? Trim.NONE : new Trim(start, start.plus(length));
  }

  /**
   * Chapters in the film's times. The one that the film begins in the middle of begins with it.
   *
   * @param chapters of one language, in the order of their times
   */
  public static List<OwnChapter> chapters(List<OwnChapter> chapters, Trim part) {
    List<OwnChapter> shown = new ArrayList<>();
    Duration end = part.end();
    for (OwnChapter chapter : chapters) {
      Duration start = chapter.start().minus(part.start());
      if (!start.isZero() && !start.isNegative()) {
        if (end == null || chapter.start().compareTo(end) < 0) {
          shown.add(new OwnChapter(chapter.language(), start, chapter.title()));
        }
      } else {
        shown.clear();
        shown.add(new OwnChapter(chapter.language(), Duration.ZERO, chapter.title()));
      }
    }
    return shown;
  }
}
