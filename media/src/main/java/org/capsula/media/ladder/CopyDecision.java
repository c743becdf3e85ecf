package org.capsula.media.ladder;

import java.util.List;
import org.capsula.media.probe.PictureCopy;
import org.capsula.media.probe.VideoTrack;
import org.jspecify.annotations.Nullable;

/** Whether the largest rung is a copy of the footage's own stream, and the words for it. */
public final class CopyDecision {
  private CopyDecision() {}

  /**
   * Why the first rung is encoded although it has the footage's size: the end of an English
   * sentence; null where it is copied.
   *
   * @param rungs largest first
   * @param whole whether all of the footage is used
   */
  public static @Nullable String obstacle(
      List<Rung> rungs, VideoTrack video, PictureCopy copy, boolean whole) {
    Rung first = rungs.get(0);
    if (rungs.size() == 1) {
      return "there is no size beside it";
    }
    if (first.width() != video.width() || first.height() != video.height()) {
      return "it is larger than the largest size";
    }
    if (!whole) {
      return "a part of it is cut off";
    }
    if (copy.obstacle() != null) {
      return copy.obstacle();
    }
    // A viewer's line must carry it like a rung of ours.
    if (copy.averageBitrate() > first.maxBitrate()
        || copy.peakBitrate() > 2L * first.maxBitrate()) {
      return "it takes %d kbit/s".formatted(copy.averageBitrate() / 1000);
    }
    return null;
  }

  /** The ladder with the first rung's reason completed. */
  public static Ladder explained(Ladder ladder, @Nullable String obstacle) {
    int first = ladder.rungs().get(0).lines();
    String how = obstacle == null ? "; its stream is copied as it is" : "; encoded, as " + obstacle;
    return new Ladder(
        ladder.rungs(),
        ladder.decisions().stream()
            .map(
                decision ->
                    decision.lines() == first
                        ? new LadderDecision(first, true, decision.reason() + how)
                        : decision)
            .toList());
  }
}
