package org.capsula.media.probe;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.media.Rational;

/**
 * The rate a film is encoded with, read from when its frames are shown.
 *
 * @param rate frames a second, at most 60
 * @param constant whether the frames stand on that rate's grid
 */
public record FrameRateEstimate(Rational rate, boolean constant) {
  /** Rates that cameras and players know. */
  private static final List<Rational> USUAL =
      List.of(
          new Rational(24000, 1001),
          Rational.of(24),
          Rational.of(25),
          new Rational(30000, 1001),
          Rational.of(30),
          Rational.of(50),
          new Rational(60000, 1001),
          Rational.of(60));

  private static final Rational FASTEST = Rational.of(60);

  /** Phones stamp frames some milliseconds early or late; half a frame would be ambiguous. */
  private static final double JITTER_IN_FRAMES = 0.45;

  /** Any irregular film fits its own mean rate loosely; a rate of its own must fit well. */
  private static final double JITTER_AT_AN_UNUSUAL_RATE = 0.1;

  /** Some frames may be lost; with more than a tenth gone the rate was never constant. */
  private static final double GRID_COVERAGE = 0.9;

  /** A header that says 29.87 means 30. */
  private static final double NEAR_A_USUAL_RATE = 0.01;

  /**
   * @param seconds when each frame is shown, ascending
   * @param declared rates that the container declares, best first; may be empty
   */
  public static FrameRateEstimate of(double[] seconds, List<Rational> declared) {
    if (seconds.length < 2) {
      // A still may be declared in ticks of the container's clock.
      Rational rate = declared.stream().findFirst().orElse(Rational.of(25));
      return new FrameRateEstimate(halvedBelowFastest(rate), true);
    }
    return Stream.concat(
            declared.stream().flatMap(FrameRateEstimate::withUsualNeighbours), USUAL.stream())
        .filter(rate -> standsOnGrid(seconds, rate))
        .findFirst()
        .map(rate -> new FrameRateEstimate(halvedBelowFastest(rate), true))
        .orElseGet(() -> new FrameRateEstimate(nearestUsual(1 / medianStep(seconds)), false));
  }

  private static Stream<Rational> withUsualNeighbours(Rational declared) {
    return Stream.concat(
        USUAL.stream()
            .filter(
                usual -> Math.abs(usual.toDouble() / declared.toDouble() - 1) < NEAR_A_USUAL_RATE)
            .sorted(
                Comparator.comparingDouble(
                    usual -> Math.abs(usual.toDouble() - declared.toDouble()))),
        Stream.of(declared));
  }

  private static boolean standsOnGrid(double[] seconds, Rational rate) {
    double jitter = USUAL.contains(rate) ? JITTER_IN_FRAMES : JITTER_AT_AN_UNUSUAL_RATE;
    long last = -1;
    for (double second : seconds) {
      double place = (second - seconds[0]) * rate.toDouble();
      long slot = Math.round(place);
      if (slot <= last || Math.abs(place - slot) > jitter) {
        return false;
      }
      last = slot;
    }
    return seconds.length >= GRID_COVERAGE * (last + 1);
  }

  private static Rational halvedBelowFastest(Rational rate) {
    Rational halved = rate;
    for (int divisor = 2; halved.compareTo(FASTEST) > 0; divisor++) {
      halved = rate.dividedBy(divisor);
    }
    return halved;
  }

  private static Rational nearestUsual(double rate) {
    return USUAL.stream()
        .min(Comparator.comparingDouble(usual -> Math.abs(usual.toDouble() - rate)))
        .orElseThrow();
  }

  /** The median, as one long pause must not count as a slow film. */
  private static double medianStep(double[] seconds) {
    double[] steps = new double[seconds.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = seconds[i + 1] - seconds[i];
    }
    Arrays.sort(steps);
    return Math.max(steps[steps.length / 2], 1e-6);
  }
}
