package org.capsula.pipeline.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.capsula.media.hls.MediaPlaylist;
import org.capsula.media.still.StoryboardMap;
import org.capsula.media.still.StoryboardPlan;
import org.capsula.media.transcode.TrackFiles;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.jspecify.annotations.Nullable;

/** What belongs to the encoded tracks of a film and to nothing else, written beside them. */
public final class EditionFolder {
  private EditionFolder() {}

  /**
   * @param storyboard null for sound only
   */
  public static void write(
      Path folder, @Nullable StoryboardPlan storyboard, List<EncodedTrack> tracks)
      throws IOException {
    int target = EncodedTrack.targetDuration(tracks);
    for (EncodedTrack track : tracks) {
      Files.writeString(
          folder.resolve(track.playlist()),
          MediaPlaylist.ofTrack(track.file(), track.index(), target));
      if (track.index().hasKeyFrames()) {
        Files.writeString(
            folder.resolve(track.keyFramePlaylist()),
            MediaPlaylist.ofKeyFrames(track.file(), track.index(), target));
      }
    }
    if (storyboard != null && Files.exists(folder.resolve(TrackFiles.STORYBOARD))) {
      Duration length = Duration.ofNanos(Math.round(seconds(tracks) * 1e9));
      Files.writeString(
          folder.resolve("storyboard.vtt"),
          StoryboardMap.webVtt(storyboard, TrackFiles.STORYBOARD, length));
    }
  }

  /** How long a film of these tracks is. */
  static double seconds(List<EncodedTrack> tracks) {
    return tracks.stream().mapToDouble(track -> track.index().seconds()).max().orElse(0);
  }
}
