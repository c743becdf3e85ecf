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
 * @param av1 whether each rung is made in AV1 too; not together with a copy, as the AV1 encoder
 *     cannot keep to its groups
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
    boolean av1,
    @Nullable PictureCopy copy) {
  public TranscodeJob {
    rungs = List.copyOf(rungs);
    if (av1 && copy != null) {
      throw new IllegalArgumentException("AV1 beside a copied rung");
    }
  }

  /** With every rung encoded, as H.264 alone. */
  public TranscodeJob(
      Path footage,
      Path directory,
      MediaInfo info,
      List<Rung> rungs,
      Preset preset,
      Trim trim,
      @Nullable StoryboardPlan storyboard) {
    this(footage, directory, info, rungs, preset, trim, storyboard, false, null);
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
