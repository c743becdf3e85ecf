package org.capsula.pipeline.publication;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.capsula.media.transcode.RemuxJob;
import org.capsula.media.transcode.TextTrack;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.subtitles.timing.Intervals;

/** The film as one file: the highest rung up to 720 lines, the sound, all shown subtitles. */
public final class Download {
  /** What a phone stores and any projector shows. */
  private static final int MOST_LINES = 720;

  private Download() {}

  /** Which picture it has; empty for sound only. */
  public static Optional<EncodedTrack> video(List<EncodedTrack> tracks) {
    return tracks.stream()
        .filter(track -> track.isH264() && track.lines() <= MOST_LINES)
        .max(Comparator.comparingInt(EncodedTrack::lines))
        .or(
            () ->
                tracks.stream()
                    .filter(EncodedTrack::isH264)
                    .min(Comparator.comparingInt(EncodedTrack::lines)));
  }

  public static Optional<EncodedTrack> audio(List<EncodedTrack> tracks) {
    return tracks.stream().filter(track -> !track.isVideo()).findFirst();
  }

  /**
   * @param folder where the tracks stand
   */
  public static RemuxJob job(
      Path folder, List<EncodedTrack> tracks, List<SubtitleTrack> subtitles, Path target) {
    return new RemuxJob(
        video(tracks).map(track -> folder.resolve(track.file())).orElse(null),
        audio(tracks).map(track -> folder.resolve(track.file())).orElse(null),
        subtitles.stream().filter(SubtitleTrack::isShown).map(Download::timedText).toList(),
        target);
  }

  private static TextTrack timedText(SubtitleTrack track) {
    return new TextTrack(
        track.language(),
        track.label(),
        Intervals.of(track.content().cues()).stream()
            .map(shown -> new TextTrack.Sample(shown.start(), shown.end(), shown.text()))
            .toList());
  }
}
