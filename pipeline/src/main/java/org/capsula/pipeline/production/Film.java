package org.capsula.pipeline.production;

import java.time.Duration;
import java.util.List;
import org.capsula.media.ladder.Ladder;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.still.StoryboardPlan;
import org.capsula.media.transcode.TranscodeResult;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.publication.SubtitleTrack;
import org.jspecify.annotations.Nullable;

/**
 * What a production knows when all its tracks stand.
 *
 * @param length of the film, after the cut
 * @param storyboard null for sound only
 * @param subtitles those that could be read
 */
record Film(
    Recipe recipe,
    MediaInfo info,
    Duration length,
    Ladder ladder,
    @Nullable StoryboardPlan storyboard,
    TranscodeResult transcoded,
    List<EncodedTrack> tracks,
    List<ReadSubtitles> subtitles) {

  List<SubtitleTrack> subtitleTracks() {
    return subtitles.stream().flatMap(read -> read.track().stream()).toList();
  }
}
