package org.capsula.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Quartz as the clock: that it wakes, whatever a chore does, and how it ends. */
final class ChoreClockTest {
  /** Only a test that fails waits for it. */
  private static final long PATIENCE_SECONDS = 60;

  private static final Duration OFTEN = Duration.ofMillis(20);

  @Test
  void clock_wakesAChoreAgainAndAgain_thoughAnotherFailsEachTime() throws Exception {
    CountDownLatch good = new CountDownLatch(3);
    CountDownLatch bad = new CountDownLatch(3);
    Chores chores =
        new Chores(
            Clock.systemUTC(),
            List.of(
                new Chore("good", OFTEN, now -> good.countDown()),
                new Chore(
                    "bad",
                    OFTEN,
                    now -> {
                      bad.countDown();
                      throw new IllegalStateException("as a test");
                    })));
    try (ChoreClock clock = new ChoreClock(chores, /* firstSeconds= */ 0)) {
      clock.start();

      assertThat(good.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(bad.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void longChore_isNotWokenBesideItself_andKeepsNobodyElseWaiting() throws Exception {
    CountDownLatch mayEnd = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(20);
    AtomicInteger begun = new AtomicInteger();
    Chores chores =
        new Chores(
            Clock.systemUTC(),
            List.of(
                new Chore(
                    "long",
                    OFTEN,
                    now -> {
                      begun.incrementAndGet();
                      ChoresTest.await(mayEnd);
                    }),
                new Chore("short", OFTEN, now -> others.countDown())));
    try (ChoreClock clock = new ChoreClock(chores, /* firstSeconds= */ 0)) {
      clock.start();

      assertThat(others.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(begun).hasValueLessThanOrEqualTo(1);
      mayEnd.countDown();
    }
  }

  @Test
  void close_waitsForWhatIsBeingDone_andWakesNothingAfterwards() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Chores chores =
        new Chores(
            Clock.systemUTC(),
            List.of(
                new Chore(
                    "sweep",
                    OFTEN,
                    now -> {
                      begun.incrementAndGet();
                      first.countDown();
                      ChoresTest.await(mayEnd);
                      done.incrementAndGet();
                    })));
    ChoreClock clock = new ChoreClock(chores, /* firstSeconds= */ 0);
    clock.start();
    assertThat(first.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

    Thread closing = new Thread(clock::close);
    closing.start();
    mayEnd.countDown();
    closing.join();

    assertThat(done).hasPositiveValue().hasValue(begun.get());
    assertThat(chores.isIdle()).isTrue();
  }

  @Test
  void twoClocks_inOneProgram_doNotMeet() {
    Chores chores = new Chores(Clock.systemUTC(), List.of(new Chore("a", OFTEN, now -> {})));
    ChoreClock one = new ChoreClock(chores);
    try (ChoreClock other = new ChoreClock(chores)) {
      one.close();
      other.start();
    }
  }
}
