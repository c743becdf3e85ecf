package org.capsula.pipeline.account.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void stop() {
    end.countDown();
    threads.shutdownNow();
  }

  @Test
  void asManyAsThereArePlaces_workAtOnce() throws Exception {
    Turns turns = new Turns(new Turns.Rule(2, 16, LONG));
    List<Future<String>> working = fill(turns, 2);

    Future<String> next = threads.submit(() -> turns.inTurn(() -> "third"));
    assertThat(next.isDone()).as("waits for a place").isFalse();
    end.countDown();

    assertThat(next.get(1, TimeUnit.MINUTES)).isEqualTo("third");
    assertThat(working.get(0).get(1, TimeUnit.MINUTES)).isEqualTo("done");
  }

  @Test
  void oneMoreThanMayWait_isSentAwayAtOnce() throws Exception {
    Turns turns = new Turns(new Turns.Rule(1, 0, LONG));
    fill(turns, 1);

    assertThatExceptionOfType(BusyException.class).isThrownBy(() -> turns.inTurn(() -> "second"));
  }

  @Test
  void whoWaitsTooLong_isSentAway() throws Exception {
    Turns turns = new Turns(new Turns.Rule(1, 16, Duration.ZERO));
    fill(turns, 1);

    assertThatExceptionOfType(BusyException.class).isThrownBy(() -> turns.inTurn(() -> "second"));
  }

  @Test
  void workThatFails_givesItsPlaceBack() {
    Turns turns = new Turns(new Turns.Rule(1, 16, Duration.ZERO));

    assertThatThrownBy(
            () ->
                turns.inTurn(
                    () -> {
                      throw new IllegalArgumentException("work");
                    }))
        .hasMessage("work");

    assertThat(turns.<String>inTurn(() -> "next")).isEqualTo("next");
  }

  /** Returns when that many work, and will until {@link #end}. */
  private List<Future<String>> fill(Turns turns, int count) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(count);
    List<Future<String>> working = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      working.add(threads.submit(() -> turns.inTurn(() -> work(begun))));
    }
    assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
    return working;
  }

  private String work(CountDownLatch begun) {
    begun.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      return "interrupted";
    }
    return "done";
  }
}
