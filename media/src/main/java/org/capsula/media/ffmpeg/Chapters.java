package org.capsula.media.ffmpeg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVChapter;
import org.capsula.media.probe.Chapter;

/** The chapters that a container carries. */
final class Chapters {
  private Chapters() {}

  static List<Chapter> of(Source source, Duration start) {
    List<Chapter> chapters = new ArrayList<>();
    for (int i = 0; i < source.context().nb_chapters(); i++) {
      AVChapter chapter = source.context().chapters(i);
      Duration time = Times.duration(chapter.start(), chapter.time_base()).minus(start);
      String title = AudioTracks.tag(chapter.metadata(), "title");
      chapters.add(
          new Chapter(
              time.isNegative() ? Duration.ZERO : time,
              title == null ? Integer.toString(i + 1) : title));
    }
    return chapters;
  }
}
