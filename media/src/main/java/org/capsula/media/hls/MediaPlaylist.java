package org.capsula.media.hls;

import java.util.Locale;
import org.capsula.media.fragment.Segment;
import org.capsula.media.fragment.TrackIndex;

/** Media playlists: where a track's segments lie and how long each is (RFC 8216bis, 4.4.3). */
public final class MediaPlaylist {
  private static final String HEAD =
      "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:%d\n#EXT-X-PLAYLIST-TYPE:VOD\n";

  private MediaPlaylist() {}

  /**
   * Of a track in one file, addressed by byte ranges.
   *
   * @param file its address as seen from the playlist
   * @param targetDuration seconds; the same in all video and audio playlists of a film (6.2.4)
   */
  public static String ofTrack(String file, TrackIndex index, int targetDuration) {
    return text(file, index, targetDuration, "#EXT-X-INDEPENDENT-SEGMENTS\n");
  }

  /**
   * Of the pictures alone that a player shows while a viewer searches (4.4.3.6).
   *
   * @param index of the whole track; it {@link TrackIndex#hasKeyFrames}
   */
  public static String ofKeyFrames(String file, TrackIndex index, int targetDuration) {
    return text(file, index.keyFrames(), targetDuration, "#EXT-X-I-FRAMES-ONLY\n");
  }

  private static String text(String file, TrackIndex index, int targetDuration, String tag) {
    StringBuilder out = new StringBuilder(HEAD.formatted(targetDuration)).append(tag);
    out.append("#EXT-X-MAP:URI=\"%s\",BYTERANGE=\"%d@0\"\n".formatted(file, index.initLength()));
    for (Segment segment : index.segments()) {
      out.append(String.format(Locale.ROOT, "#EXTINF:%.6f,\n", segment.seconds()));
      out.append("#EXT-X-BYTERANGE:%d@%d\n".formatted(segment.length(), segment.offset()));
      out.append(file).append('\n');
    }
    return out.append("#EXT-X-ENDLIST\n").toString();
  }

  /**
   * Of subtitles as one WebVTT file: a single segment, which 6.2.4 allows to be longer than those
   * of the picture.
   *
   * @param seconds of the film, so that the renditions end together
   */
  public static String ofSubtitles(String file, double seconds) {
    return HEAD.formatted((int) Math.ceil(seconds))
        + String.format(Locale.ROOT, "#EXTINF:%.6f,\n%s\n#EXT-X-ENDLIST\n", seconds, file);
  }
}
