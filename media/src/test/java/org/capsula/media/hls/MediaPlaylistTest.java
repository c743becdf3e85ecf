package org.capsula.media.hls;

import java.util.List;
import org.capsula.media.Golden;
import org.capsula.media.fragment.Segment;
import org.capsula.media.fragment.TrackIndex;
import org.junit.jupiter.api.Test;

class MediaPlaylistTest {
  @Test
  void playlist_ofATrack_addressesItsSegmentsByByteRange() {
    TrackIndex index =
        new TrackIndex(
            /* initLength= */ 861,
            "avc1.64001e",
            640,
            360,
            List.of(
                new Segment(861, 100_000, 0, 4.004),
                new Segment(100_861, 250_123, 4.004, 4.004),
                new Segment(350_984, 5_000_000_000L, 8.008, 1.234567)));

    Golden.assertMatches("video-360.m3u8", MediaPlaylist.ofTrack("video-360.mp4", index, 4));
  }

  @Test
  void playlist_ofKeyFrames_addressesTheFirstPictureOfEachSegment() {
    TrackIndex index =
        new TrackIndex(
            /* initLength= */ 861,
            "avc1.64001e",
            640,
            360,
            List.of(
                new Segment(861, 100_000, 0, 4.004, /* keyLength= */ 20_000),
                new Segment(100_861, 250_123, 4.004, 1.5, /* keyLength= */ 30_123)));

    Golden.assertMatches(
        "video-360-iframes.m3u8", MediaPlaylist.ofKeyFrames("video-360.mp4", index, 4));
  }

  @Test
  void playlist_ofSubtitles_isOneSegmentAsLongAsTheFilm() {
    Golden.assertMatches("fr.m3u8", MediaPlaylist.ofSubtitles("fr.vtt", 52.208333));
  }
}
