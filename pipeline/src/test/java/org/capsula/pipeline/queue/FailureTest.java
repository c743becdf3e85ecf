package org.capsula.pipeline.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.pipeline.queue.Workshop.QUICK;
import static org.capsula.pipeline.queue.Workshop.SHORT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a production whose attempts fail, on the real scheduler and decoder. */
class FailureTest {
  @TempDir Path folder;

  @Test
  void contentsFault_isNotTriedAgain() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String id = workshop.add("media/nostreams.mp4");
      workshop.queue.start();

      Production end = workshop.awaitEnd(id);
      assertThat(end.state()).isEqualTo(State.FAILED);
      assertThat(end.attempts()).isEqualTo(1);
      assertThat(end.machineFault()).isFalse();
      assertThat(end.reason()).contains("container without picture or sound");
      assertThat(workshop.told()).containsExactly(end.reason());
      assertThat(workshop.addAgain(1)).as("production of the same bytes").isEmpty();
    }
  }

  @Test
  void machinesFault_isTriedAgainAsOftenAsIsSet() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String id = workshop.add(SHORT);
      workshop.queue.start();
      while (!workshop.find(id).state().isEnd()) {
        Workshop.decoders().forEach(ProcessHandle::destroyForcibly);
        Thread.sleep(20);
      }

      Production end = workshop.find(id);
      assertThat(end.state()).isEqualTo(State.FAILED);
      assertThat(end.attempts()).isEqualTo(3);
      assertThat(end.machineFault()).isTrue();
      assertThat(end.reasonCode()).isEqualTo("machine-failure");
      assertThat(workshop.work()).isEmpty();
      String another = workshop.addAgain(1).orElseThrow();
      assertThat(workshop.awaitEnd(another).state()).isEqualTo(State.DONE);
    }
  }

  @Test
  void machinesFault_once_isMadeGoodByTheNextAttempt() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String id = workshop.add(SHORT);
      workshop.queue.start();
      workshop.awaitDecoder().destroyForcibly();

      Production end = workshop.awaitEnd(id);
      assertThat(end.state()).isEqualTo(State.DONE);
      assertThat(end.attempts()).isEqualTo(2);
      assertThat(end.reason()).isNull();
    }
  }

  @Test
  void decoder_frozenForLongerThanItsLease_isEndedAndTheProductionRunsAgain() throws Exception {
    QueueSettings impatient =
        new QueueSettings(
            1, QUICK.poll(), QUICK.heartbeat(), Duration.ofSeconds(3), 3, Duration.ofMillis(500));
    try (Workshop workshop = new Workshop(folder, impatient)) {
      String id = workshop.add(SHORT);
      workshop.queue.start();
      ProcessHandle frozen = workshop.awaitDecoder();
      Workshop.signal(frozen, "STOP");

      List<Production> seen = new ArrayList<>();
      Production end = workshop.await(id, p -> p.state().isEnd(), seen);
      assertThat(frozen.isAlive()).isFalse();
      assertThat(seen)
          .anyMatch(p -> p.state() == State.QUEUED && "decoder-hung".equals(p.reasonCode()));
      assertThat(end.state()).isEqualTo(State.DONE);
      assertThat(end.attempts()).isEqualTo(2);
    }
  }

  /** A bar is not worth a film. */
  @Test
  void progressThatCannotBeWritten_doesNotEndTheAttempt() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String id = workshop.add(SHORT);
      workshop.refuse(
          "UPDATE OF percent ON production", "NEW.state = 'running' AND NEW.percent > 0");
      workshop.queue.start();

      Production end = workshop.awaitEnd(id);
      assertThat(end.state()).isEqualTo(State.DONE);
      assertThat(end.attempts()).isEqualTo(1);
    }
  }

  @Test
  void resultThatCannotBeRecorded_isRecordedByTheNextAttempt() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String id = workshop.add(SHORT);
      workshop.refuse("INSERT ON edition", "true");
      workshop.queue.start();
      Production waiting = workshop.await(id, p -> p.reason() != null);
      workshop.allow("edition");

      assertThat(waiting.reasonCode()).isEqualTo("internal-error");
      Production end = workshop.awaitEnd(id);
      assertThat(end.state()).isEqualTo(State.DONE);
      assertThat(workshop.editions()).containsExactly(end.editionId());
    }
  }

  @Test
  void attemptThatCannotBegin_keepsItsTask() throws Exception {
    try (Workshop workshop = new Workshop(folder, QUICK)) {
      String id = workshop.add(SHORT);
      workshop.refuse("UPDATE OF attempts ON production", "true");
      List<String> before = workshop.tasks();
      workshop.queue.start();
      // It was put off once it is due at another time.
      while (workshop.tasks().equals(before)) {
        Thread.sleep(10);
      }
      assertThat(workshop.tasks()).hasSize(1);
      workshop.allow("production");

      assertThat(workshop.awaitEnd(id).state()).isEqualTo(State.DONE);
    }
  }
}
