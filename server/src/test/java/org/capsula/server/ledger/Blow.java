package org.capsula.server.ledger;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Who is killed, and when.
 *
 * @param program else its decoder
 * @param inbox whether the films come through a watched folder
 * @param count of acknowledgements or of decoders after which the clock runs
 * @param delay from then on
 */
record Blow(boolean program, boolean inbox, int count, Duration delay) {
  /** The damaged one among them. */
  private static final int FILMS = Deliveries.GOOD.size() + 1;

  static Blow of(long seed) {
    // Random begins alike for seeds that stand side by side.
    SplittableRandom random = new SplittableRandom(seed);
    boolean inbox = random.nextInt(4) == 0;
    if (random.nextInt(3) == 0) {
      return new Blow(false, inbox, 1 + random.nextInt(FILMS), millis(random, 1200));
    }
    // Half of them while films are taken in, which takes no time, half while they are produced.
    return random.nextBoolean()
        ? new Blow(true, inbox, random.nextInt(FILMS), millis(random, 60))
        : new Blow(true, inbox, FILMS, millis(random, 9000));
  }

  private static Duration millis(SplittableRandom random, int most) {
    return Duration.ofMillis(random.nextInt(most));
  }

  /**
   * @return whether there was anything left to kill
   */
  boolean strike(Capsula capsula) throws InterruptedException {
    return program ? strikeProgram(capsula) : strikeDecoder(capsula);
  }

  private boolean strikeProgram(Capsula capsula) throws InterruptedException {
    capsula.await(
        "acknowledgements",
        () -> !capsula.isAlive() || Deliveries.acknowledgements(capsula.said()) >= count);
    Thread.sleep(delay.toMillis());
    boolean alive = capsula.isAlive();
    List<ProcessHandle> decoders = capsula.decoders();
    capsula.kill();
    // They notice by themselves.
    decoders.forEach(decoder -> decoder.onExit().join());
    return alive;
  }

  private boolean strikeDecoder(Capsula capsula) throws InterruptedException {
    Set<Long> seen = new HashSet<>();
    capsula.await(
        "decoders",
        () -> {
          capsula.decoders().forEach(decoder -> seen.add(decoder.pid()));
          return !capsula.isAlive() || seen.size() >= count;
        });
    Thread.sleep(delay.toMillis());
    List<ProcessHandle> decoders = capsula.decoders();
    decoders.forEach(ProcessHandle::destroyForcibly);
    return !decoders.isEmpty();
  }

  String who() {
    return (program ? "program" : "decoder") + (inbox ? ", inbox" : ", import");
  }

  String when() {
    String what = program ? "acknowledgement" : "decoder";
    return (count == 0 ? "start" : what + " " + count) + " + " + delay.toMillis() + " ms";
  }
}
