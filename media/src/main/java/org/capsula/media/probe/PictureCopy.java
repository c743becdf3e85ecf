package org.capsula.media.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the footage's picture can stand in the ladder as it is, its packets copied, and what the
 * other rungs must then keep to.
 *
 * @param obstacle why not: the end of an English sentence; null where it can
 * @param keyFrames the numbers of the frames that begin a closed group, ascending from 0
 * @param frames how many there are
 * @param delay frames that a decoder holds back before it shows the first
 * @param averageBitrate bit/s
 * @param peakBitrate bit/s of its heaviest second
 */
public record PictureCopy(
    @Nullable String obstacle,
    List<Integer> keyFrames,
    int frames,
    int delay,
    long averageBitrate,
    long peakBitrate) {

  public PictureCopy {
    keyFrames = List.copyOf(keyFrames);
  }

  /** Frames from one key frame to the next at most. */
  public int longestGroup() {
    int longest = 0;
    for (int i = 0; i < keyFrames.size(); i++) {
      int next = i + 1 < keyFrames.size() ? keyFrames.get(i + 1) : frames;
      longest = Math.max(longest, next - keyFrames.get(i));
    }
    return longest;
  }

  public static PictureCopy refused(String obstacle) {
    return new PictureCopy(obstacle, List.of(), 0, 0, 0, 0);
  }
}
