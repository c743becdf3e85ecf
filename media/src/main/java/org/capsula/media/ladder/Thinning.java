package org.capsula.media.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Leaves out the rungs that an encoded film shows to bring nothing: slides and still talks need
 * hardly more bits in a large picture than in a small one, and whoever can have the small one can
 * have the large one too.
 */
public final class Thinning {
  /** Players change the rung where the network gives a quarter more or less, not for less. */
  private static final double HARDLY_MORE = 1.25;

  /** The download's size, and what weak decoders can show. */
  private static final int ALWAYS_BELOW = 720;

  private Thinning() {}

  /**
   * @param lines the rung's short side in pixels
   * @param bandwidth peak bit/s with the sound
   */
  public record Measured(int lines, long bandwidth) {}

  /**
   * The ladder with what was measured taken into account.
   *
   * @param measured the rungs that were encoded
   */
  public static Ladder of(Ladder ladder, List<Measured> measured) {
    List<LadderDecision> dropped = dropped(measured);
    Set<Integer> gone = dropped.stream().map(LadderDecision::lines).collect(Collectors.toSet());
    List<LadderDecision> decisions = new ArrayList<>(dropped);
    ladder.decisions().stream()
        .filter(decision -> !gone.contains(decision.lines()))
        .forEach(decisions::add);
    decisions.sort(Comparator.comparingInt(LadderDecision::lines).reversed());
    return new Ladder(
        ladder.rungs().stream().filter(rung -> !gone.contains(rung.lines())).toList(), decisions);
  }

  private static List<LadderDecision> dropped(List<Measured> measured) {
    List<Measured> rungs =
        measured.stream().sorted(Comparator.comparingInt(Measured::lines).reversed()).toList();
    List<LadderDecision> dropped = new ArrayList<>();
    boolean hasSmaller = false;
    Measured above = null;
    for (Measured rung : rungs) {
      boolean firstSmaller = !hasSmaller && rung.lines() <= ALWAYS_BELOW;
      if (above != null && !firstSmaller && above.bandwidth() < HARDLY_MORE * rung.bandwidth()) {
        dropped.add(new LadderDecision(rung.lines(), false, reason(above, rung)));
      } else {
        above = rung;
        hasSmaller |= rung.lines() <= ALWAYS_BELOW;
      }
    }
    return dropped;
  }

  private static String reason(Measured above, Measured rung) {
    return "would bring nothing: %d lines need %d kbit/s, this would need %d"
        .formatted(above.lines(), above.bandwidth() / 1000, rung.bandwidth() / 1000);
  }
}
