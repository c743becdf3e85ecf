package org.capsula.media.transcode;

import java.nio.file.Path;
import java.util.List;
import org.capsula.media.ladder.Rung;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.PictureCopy;
import org.capsula.media.still.StoryboardPlan;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one footage.
 *
 * @param directory an existing folder that receives every file of {@link TrackFiles}
 * @param rungs none for sound only
 * @param storyboard null for sound only
 * @param copy set where the first rung is a copy of the footage's own picture; else null
 */
public record TranscodeJob(
    Path footage,
    Path directory,
    MediaInfo info,
    List<Rung> rungs,
    Preset preset,
    Trim trim,
    @Nullable StoryboardPlan storyboard,
    @Nullable PictureCopy copy) {
  public TranscodeJob {
    rungs = List.copyOf(rungs);
  }

  /** With every rung encoded. */
  public TranscodeJob(
      Path footage,
      Path directory,
      MediaInfo info,
      List<Rung> rungs,
      Preset preset,
      Trim trim,
      @Nullable StoryboardPlan storyboard) {
    this(footage, directory, info, rungs, preset, trim, storyboard, null);
  }

  /** The rungs that an encoder makes. */
  public List<Rung> encodedRungs() {
    return copy == null ? rungs : rungs.subList(1, rungs.size());
  }

  /** The same, with every rung encoded. */
  public TranscodeJob withoutCopy() {
    return new TranscodeJob(footage, directory, info, rungs, preset, trim, storyboard);
  }
}
