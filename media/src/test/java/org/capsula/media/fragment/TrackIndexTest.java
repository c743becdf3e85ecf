package org.capsula.media.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackIndexTest {
  /** Bytes and seconds: 1, 2, 4 and 1.6 Mb/s. */
  private static final TrackIndex FILM =
      track(500_000, 4.0, 1_000_000, 4.0, 1_000_000, 2.0, 200_000, 1.0);

  @Test
  void sums_areOverAllSegments() {
    assertThat(FILM.seconds()).isEqualTo(11);
    assertThat(FILM.mediaBytes()).isEqualTo(2_700_000);
    assertThat(FILM.longestSegmentSeconds()).isEqualTo(4);
    // The last, of one second, does not count.
    assertThat(FILM.usualSegmentSeconds()).isCloseTo(10 / 3.0, within(1e-9));
    assertThat(track(100, 1.5).usualSegmentSeconds()).isEqualTo(1.5);
    // 21.6 Mb in 11 s.
    assertThat(FILM.averageBandwidth()).isEqualTo(1_963_636);
  }

  @Test
  void peak_isTheFastestRunBetweenHalfAndOneAndAHalfTargets() {
    // Runs of 2 to 6 s: 0 (1 Mb/s), 1 (2), 1+2 (16 Mb in 6 s: 2.67), 2 (8 Mb in 2 s: 4), 2+3 (3.2).
    assertThat(FILM.peakBandwidth(4)).isEqualTo(4_000_000);
    // Runs of 3 to 9 s: 2+3 (9.6 Mb in 3 s: 3.2) is the fastest; 2 alone is too short.
    assertThat(FILM.peakBandwidth(6)).isEqualTo(3_200_000);
    // Runs of 0.5 to 1.5 s: only 3.
    assertThat(FILM.peakBandwidth(1)).isEqualTo(1_963_636);
  }

  @Test
  void peak_ofAFilmShorterThanHalfATarget_isItsAverage() {
    assertThat(track(100_000, 1.0).peakBandwidth(4)).isEqualTo(800_000);
  }

  @Test
  void numbers_ofATrackWithoutSegments_areZero() {
    TrackIndex nothing = track();

    assertThat(nothing.averageBandwidth()).isZero();
    assertThat(nothing.peakBandwidth(4)).isZero();
    assertThat(nothing.longestSegmentSeconds()).isCloseTo(0, within(0.0));
  }

  private static TrackIndex track(double... bytesAndSeconds) {
    List<Segment> segments = new ArrayList<>();
    long offset = 1000;
    double start = 0;
    for (int i = 0; i < bytesAndSeconds.length; i += 2) {
      long bytes = (long) bytesAndSeconds[i];
      segments.add(new Segment(offset, bytes, start, bytesAndSeconds[i + 1]));
      offset += bytes;
      start += bytesAndSeconds[i + 1];
    }
    return new TrackIndex(1000, "avc1.64001f", 640, 360, segments);
  }
}
