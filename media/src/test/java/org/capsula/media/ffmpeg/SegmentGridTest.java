package org.capsula.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.capsula.media.Rational;
import org.capsula.media.probe.PictureCopy;
import org.junit.jupiter.api.Test;

class SegmentGridTest {
  @Test
  void regularGrid_beginsWithAShortSegment() {
    SegmentGrid grid = SegmentGrid.regular(Rational.of(25));

    assertThat(keyFrames(500, 50).filter(grid::startsSegment).boxed())
        .containsExactly(0, 50, 150, 250, 350, 450);
    assertThat(IntStream.rangeClosed(1, 4).mapToObj(grid::endOfSegment))
        .containsExactly(2.0, 6.0, 10.0, 14.0);
    assertThat(grid.forcesKeyFrame(0)).isFalse();
  }

  @Test
  void gridOfACopy_forcesItsKeyFramesAndStartsSegmentsNearEveryFourSeconds() {
    PictureCopy copy = copy(List.of(0, 60, 130, 190, 280, 300), 330);
    SegmentGrid grid = SegmentGrid.ofCopy(copy, Rational.of(25));

    assertThat(copy.keyFrames()).allMatch(frame -> grid.forcesKeyFrame(frame));
    assertThat(grid.forcesKeyFrame(100)).isFalse();
    assertThat(copy.keyFrames().stream().filter(grid::startsSegment))
        .containsExactly(0, 130, 190, 300);
    assertThat(grid.endOfSegment(1)).isEqualTo(130 / 25.0);
    assertThat(grid.endOfSegment(4)).isInfinite();
  }

  /** ISO/IEC 23009-1, 5.3.9.2.2, whose equal segments are as long as the longest group at least. */
  @Test
  void segmentsOfACopy_startWithinHalfASegmentOfWhereEqualOnesWould() {
    Random random = new Random(6);
    for (int film = 0; film < 200; film++) {
      TreeSet<Integer> keys = new TreeSet<>(List.of(0));
      while (keys.last() < 2000) {
        keys.add(keys.last() + 1 + random.nextInt(125));
      }
      PictureCopy copy = copy(List.copyOf(keys), keys.last() + 1);
      SegmentGrid grid = SegmentGrid.ofCopy(copy, Rational.of(25));
      int step = Math.max(100, copy.longestGroup());
      List<Integer> starts = keys.stream().filter(grid::startsSegment).toList();

      assertThat(starts.get(0)).isZero();
      for (int i = 0; i < starts.size(); i++) {
        assertThat(Math.abs(starts.get(i) - i * step))
            .as("film %d", film)
            .isLessThanOrEqualTo(step / 2 + 1);
      }
    }
  }

  private static IntStream keyFrames(int frames, int group) {
    return IntStream.iterate(0, frame -> frame < frames, frame -> frame + group);
  }

  private static PictureCopy copy(List<Integer> keys, int frames) {
    return new PictureCopy(null, keys, frames, 0, 1, 1);
  }
}
