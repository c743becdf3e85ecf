package org.capsula.media.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.capsula.media.probe.VideoTrack;

/**
 * The rungs of one film, largest first, with every decision that led to them.
 *
 * <p>The default: the footage's own size (at most 1080 lines), then each usual size that is clearly
 * smaller. No rung is ever larger than the footage.
 */
public record Ladder(List<Rung> rungs, List<LadderDecision> decisions) {
  private static final int LARGEST_BY_DEFAULT = 1080;
  private static final List<Integer> USUAL = List.of(1080, 720, 540, 360, 234);

  /** A rung closer to the one above it than this would cost an encode and change nothing. */
  private static final double CLEARLY_SMALLER = 0.85;

  public Ladder {
    rungs = List.copyOf(rungs);
    decisions = List.copyOf(decisions);
  }

  public static Ladder ofFootage(VideoTrack video) {
    Builder ladder = new Builder(video);
    int own = even(video.lines());
    int top = Math.min(own, LARGEST_BY_DEFAULT);
    ladder.keep(top, top == own ? "the footage's own size" : "the largest size made unless asked");
    for (int lines : USUAL) {
      if (lines < top * CLEARLY_SMALLER) {
        ladder.keep(lines, "a usual size below the footage's");
      } else if (lines != top) {
        ladder.drop(lines, lines > own ? larger(own) : "too close to the size above it");
      }
    }
    return ladder.build();
  }

  /** The sizes that were asked for, without those that the footage is too small for. */
  public static Ladder ofRequest(VideoTrack video, List<Integer> requested) {
    Builder ladder = new Builder(video);
    int own = even(video.lines());
    requested.stream()
        .map(Ladder::even)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .forEach(
            lines -> {
              if (lines <= own) {
                ladder.keep(lines, "asked for");
              } else {
                ladder.drop(lines, larger(own));
              }
            });
    if (ladder.rungs.isEmpty()) {
      ladder.keep(own, "the footage's own size, as it is smaller than every size asked for");
    }
    return ladder.build();
  }

  private static String larger(int own) {
    return "larger than the footage (" + own + " lines)";
  }

  /** 4:2:0 pictures have even sides; rounding down never enlarges. */
  private static int even(int lines) {
    return Math.max(2, lines - lines % 2);
  }

  private static final class Builder {
    private final VideoTrack video;
    private final List<Rung> rungs = new ArrayList<>();
    private final List<LadderDecision> decisions = new ArrayList<>();

    Builder(VideoTrack video) {
      this.video = video;
    }

    void keep(int lines, String reason) {
      int own = Math.max(video.width(), video.height());
      double aspect = (double) own / video.lines();
      int longSide = Math.min(2 * (int) Math.round(lines * aspect / 2), even(own));
      boolean portrait = video.height() > video.width();
      rungs.add(
          new Rung(
              lines,
              portrait ? lines : longSide,
              portrait ? longSide : lines,
              BitBudget.maxBitrate(lines, longSide, video.frameRate())));
      decisions.add(new LadderDecision(lines, true, reason));
    }

    void drop(int lines, String reason) {
      decisions.add(new LadderDecision(lines, false, reason));
    }

    Ladder build() {
      decisions.sort(Comparator.comparingInt(LadderDecision::lines).reversed());
      return new Ladder(rungs, decisions);
    }
  }
}
