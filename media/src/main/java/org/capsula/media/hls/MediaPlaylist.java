package org.capsula.media.hls;

import java.util.Locale;
import org.capsula.media.fragment.Segment;
import org.capsula.media.fragment.TrackIndex;

/** Media playlists: where a track's segments lie and how long each is (RFC 8216bis, 4.4.3). */
public final class MediaPlaylist {
  private static final String HEAD =
      "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:%d\n#EXT-X-PLAYLIST-TYPE:%s\n";

  private static final String INDEPENDENT = "#EXT-X-INDEPENDENT-SEGMENTS\n";
  private static final String END = "#EXT-X-ENDLIST\n";

  private MediaPlaylist() {}

  /**
   * Of a track in one file, addressed by byte ranges.
   *
   * @param file its address as seen from the playlist
   * @param targetDuration seconds; the same in all video and audio playlists of a film (6.2.4)
   */
  public static String ofTrack(String file, TrackIndex index, int targetDuration) {
    return text(file, index, HEAD.formatted(targetDuration, "VOD") + INDEPENDENT) + END;
  }

  /**
   * Of a track that is still being written; the same address later has more segments, and an end
   * when the track has (4.4.3.5, EVENT).
   *
   * @param targetDuration no segment will be longer; it must not change
   * @param ended whether the track is complete
   */
  public static String ofGrowingTrack(
      String file, TrackIndex index, int targetDuration, boolean ended) {
    return text(file, index, HEAD.formatted(targetDuration, "EVENT") + INDEPENDENT)
        + (ended ? END : "");
  }

  /**
   * Of the pictures alone that a player shows while a viewer searches (4.4.3.6).
   *
   * @param index of the whole track; it {@link TrackIndex#hasKeyFrames}
   */
  public static String ofKeyFrames(String file, TrackIndex index, int targetDuration) {
    String head = HEAD.formatted(targetDuration, "VOD") + "#EXT-X-I-FRAMES-ONLY\n";
    return text(file, index.keyFrames(), head) + END;
  }

  private static String text(String file, TrackIndex index, String head) {
    StringBuilder out = new StringBuilder(head);
    out.append("#EXT-X-MAP:URI=\"%s\",BYTERANGE=\"%d@0\"\n".formatted(file, index.initLength()));
    for (Segment segment : index.segments()) {
      out.append(String.format(Locale.ROOT, "#EXTINF:%.6f,\n", segment.seconds()));
      out.append("#EXT-X-BYTERANGE:%d@%d\n".formatted(segment.length(), segment.offset()));
      out.append(file).append('\n');
    }
    return out.toString();
  }

  /**
   * Of subtitles as one WebVTT file: a single segment, which 6.2.4 allows to be longer than those
   * of the picture.
   *
   * @param seconds of the film, so that the renditions end together
   */
  public static String ofSubtitles(String file, double seconds) {
    return HEAD.formatted((int) Math.ceil(seconds), "VOD")
        + String.format(Locale.ROOT, "#EXTINF:%.6f,\n%s\n", seconds, file)
        + END;
  }
}
