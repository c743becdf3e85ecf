package org.capsula.media.transcode;

import java.nio.file.Path;
import java.util.List;
import org.capsula.media.ladder.Rung;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.still.StoryboardPlan;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one footage.
 *
 * @param directory an existing folder that receives every file of {@link TrackFiles}
 * @param rungs none for sound only
 * @param storyboard null for sound only
 */
public record TranscodeJob(
    Path footage,
    Path directory,
    MediaInfo info,
    List<Rung> rungs,
    Preset preset,
    Trim trim,
    @Nullable StoryboardPlan storyboard) {
  public TranscodeJob {
    rungs = List.copyOf(rungs);
  }
}
