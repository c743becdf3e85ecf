package org.capsula.pipeline.account.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.capsula.pipeline.SetClock;
import org.capsula.pipeline.account.proof.Throttle.Limit;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final Limit THREE = new Limit("three", 3, Duration.ofMinutes(1));
  private static final Limit ONE = new Limit("one", 1, Duration.ofMinutes(10));

  private final SetClock clock = new SetClock(Instant.parse("2026-12-01T12:00:00Z"));
  private final Throttle throttle = new Throttle(clock);

  @Test
  void tries_areThereAtOnceAndThenComeBackOneByOne() {
    assertThat(throttle.take(List.of(THREE))).isEmpty();
    assertThat(throttle.take(List.of(THREE))).isEmpty();
    assertThat(throttle.take(List.of(THREE))).isEmpty();
    assertThat(throttle.take(List.of(THREE))).contains(Duration.ofMinutes(1));

    clock.forward(Duration.ofSeconds(40));
    assertThat(throttle.take(List.of(THREE))).contains(Duration.ofSeconds(20));

    clock.forward(Duration.ofSeconds(20));
    assertThat(throttle.take(List.of(THREE))).isEmpty();
    assertThat(throttle.take(List.of(THREE))).contains(Duration.ofMinutes(1));
  }

  /** Else somebody who never stops would keep the owner out for ever. */
  @Test
  void refusedTry_putsNothingOff() {
    for (int i = 0; i < 3; i++) {
      throttle.take(List.of(THREE));
    }
    for (int i = 0; i < 1000; i++) {
      assertThat(throttle.take(List.of(THREE))).isPresent();
    }

    clock.forward(Duration.ofMinutes(1));

    assertThat(throttle.take(List.of(THREE))).isEmpty();
  }

  @Test
  void longPause_givesNoMoreThanAllTries() {
    throttle.take(List.of(THREE));
    clock.forward(Duration.ofDays(365));

    for (int i = 0; i < 3; i++) {
      assertThat(throttle.take(List.of(THREE))).isEmpty();
    }
    assertThat(throttle.take(List.of(THREE))).isPresent();
  }

  @Test
  void severalLimits_areTakenTogetherOrNotAtAll() {
    assertThat(throttle.take(List.of(THREE, ONE))).isEmpty();
    assertThat(throttle.take(List.of(THREE, ONE))).contains(Duration.ofMinutes(10));

    assertThat(throttle.take(List.of(THREE))).isEmpty();
    assertThat(throttle.take(List.of(THREE))).as("the refused one took none").isEmpty();
    assertThat(throttle.take(List.of(THREE))).isPresent();
  }

  @Test
  void triesThatSucceeded_areGivenBack() {
    for (int i = 0; i < 100; i++) {
      assertThat(throttle.take(List.of(ONE))).isEmpty();
      throttle.giveBack(List.of(ONE));
    }
  }

  /** A key is what a stranger typed: what serves no purpose any more must not fill the memory. */
  @Test
  void keyWhoseTriesAreBack_isForgotten() {
    for (int i = 0; i < 1000; i++) {
      throttle.take(List.of(new Limit("key " + i, 1, Duration.ofMinutes(5))));
    }
    clock.forward(Duration.ofMinutes(6));

    throttle.take(List.of(ONE));

    assertThat(throttle.size()).isEqualTo(1);
  }

  @Test
  void keyWithTriesMissing_isKept() {
    throttle.take(List.of(ONE));
    clock.forward(Duration.ofMinutes(6));

    assertThat(throttle.take(List.of(ONE))).contains(Duration.ofMinutes(4));
  }

  @Test
  void otherKey_hasTriesOfItsOwn() {
    throttle.take(List.of(ONE));

    assertThat(throttle.take(List.of(new Limit("another", 1, Duration.ofMinutes(10))))).isEmpty();
  }
}
