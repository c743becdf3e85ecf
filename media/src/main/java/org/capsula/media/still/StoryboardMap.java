package org.capsula.media.still;

import java.time.Duration;
import java.util.Locale;

/** The WebVTT file that tells a player which part of the sheet belongs to which time. */
public final class StoryboardMap {
  private StoryboardMap() {}

  /**
   * One cue a thumbnail, its place as a media fragment (W3C Media Fragments, 4.2.2).
   *
   * @param sheet the sheet's address as seen from the map
   * @param length of the film; the last cue ends there
   */
  public static String webVtt(StoryboardPlan plan, String sheet, Duration length) {
    StringBuilder out = new StringBuilder("WEBVTT\n");
    for (int i = 0; i < plan.thumbnails(); i++) {
      Duration start = plan.interval().multipliedBy(i);
      Duration next = plan.interval().multipliedBy(i + 1);
      boolean last = i == plan.thumbnails() - 1 || next.compareTo(length) > 0;
      out.append('\n')
          .append(timestamp(start))
          .append(" --> ")
          .append(timestamp(last ? length : next))
          .append('\n')
          .append(sheet)
          .append("#xywh=")
          .append(i % plan.columns() * plan.width())
          .append(',')
          .append(i / plan.columns() * plan.height())
          .append(',')
          .append(plan.width())
          .append(',')
          .append(plan.height())
          .append('\n');
    }
    return out.toString();
  }

  private static String timestamp(Duration time) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        time.toHours(),
        time.toMinutesPart(),
        time.toSecondsPart(),
        time.toMillisPart());
  }
}
