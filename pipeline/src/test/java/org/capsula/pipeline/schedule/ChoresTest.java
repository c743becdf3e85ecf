package org.capsula.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.capsula.pipeline.SetClock;
import org.junit.jupiter.api.Test;

/** Chores cranked by hand. */
final class ChoresTest {
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final SetClock clock = new SetClock(NOON);

  private Chores chores(Chore.Work work) {
    return new Chores(clock, List.of(new Chore("sweep", HOUR, work)));
  }

  @Test
  void chore_isGivenTheClocksTime_andSaysWhenItWasDone() {
    List<Instant> given = new ArrayList<>();
    Chores chores =
        chores(
            now -> {
              given.add(now);
              clock.forward(Duration.ofSeconds(2));
            });

    chores.run("sweep");

    assertThat(given).containsExactly(NOON);
    ChoreRun run = chores.last("sweep");
    assertThat(run.startedAt()).isEqualTo(NOON);
    assertThat(run.endedAt()).isEqualTo(NOON.plusSeconds(2));
    assertThat(run.failure()).isNull();
  }

  @Test
  void chore_thatFails_saysWhy_andIsDoneTheNextTime() {
    AtomicInteger times = new AtomicInteger();
    Chores chores =
        chores(
            now -> {
              if (times.incrementAndGet() == 1) {
                throw new IOException("the disk is away");
              }
            });

    chores.run("sweep");
    assertThat(chores.last("sweep").failure()).isEqualTo("the disk is away");

    clock.forward(HOUR);
    chores.run("sweep");
    assertThat(chores.last("sweep").failure()).isNull();
    assertThat(chores.last("sweep").startedAt()).isEqualTo(NOON.plus(HOUR));
  }

  @Test
  void chore_thatFailsByAFaultOfOurs_isLeftAtThat() {
    Chores chores =
        chores(
            now -> {
              throw new IllegalStateException();
            });

    assertThat(chores.run("sweep")).isTrue();
    assertThat(chores.last("sweep").failure()).isEqualTo("IllegalStateException");
  }

  @Test
  void chore_thatIsBeingDone_isNotDoneBesideItself() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger times = new AtomicInteger();
    Chores chores =
        chores(
            now -> {
              times.incrementAndGet();
              begun.countDown();
              await(mayEnd);
            });
    Thread first = new Thread(() -> chores.run("sweep"));
    first.start();
    begun.await();

    assertThat(chores.run("sweep")).isFalse();
    assertThat(chores.isIdle()).isFalse();
    assertThat(chores.last("sweep").endedAt()).isNull();

    mayEnd.countDown();
    first.join();
    assertThat(times).hasValue(1);
    assertThat(chores.isIdle()).isTrue();
    assertThat(chores.run("sweep")).isTrue();
  }

  @Test
  void runs_standInTheOrderGiven_beforeTheirFirstTimeToo() {
    Chores chores =
        new Chores(
            clock, List.of(new Chore("b", HOUR, now -> {}), new Chore("a", HOUR, now -> {})));

    assertThat(chores.runs()).extracting(run -> run.chore().name()).containsExactly("b", "a");
    assertThat(chores.runs()).extracting(ChoreRun::startedAt).containsOnlyNulls();
  }

  @Test
  void twoChoresOfOneName_areOurFault() {
    Chore chore = new Chore("sweep", HOUR, now -> {});

    assertThatThrownBy(() -> new Chores(clock, List.of(chore, chore)))
        .hasMessage("two chores named sweep");
    assertThatThrownBy(() -> new Chore("Sweep it", HOUR, now -> {})).hasMessageContaining("Sweep");
    assertThatThrownBy(() -> new Chore("sweep", Duration.ZERO, now -> {}))
        .hasMessageContaining("never");
    assertThatThrownBy(() -> chores(now -> {}).run("other")).hasMessageContaining("other");
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
