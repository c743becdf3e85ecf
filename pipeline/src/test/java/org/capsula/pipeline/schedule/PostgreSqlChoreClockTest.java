package org.capsula.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Engine;
import org.capsula.pipeline.database.PostgreSqlServer;
import org.capsula.pipeline.database.Schema;
import org.junit.jupiter.api.Test;

/** Quartz as the clock of several programs, here two in one. */
class PostgreSqlChoreClockTest {
  /** Only a test that fails waits for it. */
  private static final long PATIENCE_SECONDS = 60;

  private final String url = PostgreSqlServer.ofThisProgram().newDatabase();
  private final Queue<String> done = new ConcurrentLinkedQueue<>();
  private final Semaphore turns = new Semaphore(0);

  private Database database() {
    return Schema.open(Engine.postgresql(url, Map.of()));
  }

  private ChoreClock node(Database database, String node, CountDownLatch own) {
    Chore shared =
        new Chore(
                "shared",
                Duration.ofMillis(300),
                now -> {
                  done.add(node);
                  turns.release();
                })
            .onAnyNode();
    Chore local = new Chore("local", Duration.ofMillis(50), now -> own.countDown());
    return new ChoreClock(
        new Chores(Clock.systemUTC(), List.of(shared, local)),
        database.dataSource(),
        /* firstSeconds= */ 0);
  }

  @Test
  void sharedChore_isDoneByTheOtherNode_whenOneHasEnded() throws Exception {
    CountDownLatch servers = new CountDownLatch(2);
    CountDownLatch workers = new CountDownLatch(1);
    try (Database one = database();
        Database other = database();
        ChoreClock worker = node(other, "worker", workers)) {
      try (ChoreClock server = node(one, "server", servers)) {
        server.start();
        worker.startShared();
        assertThat(turns.tryAcquire(3, PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(servers.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      }
      done.clear();
      turns.drainPermits();
      assertThat(turns.tryAcquire(2, PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

      assertThat(done).containsOnly("worker");
      assertThat(workers.getCount()).as("what is the server's own").isOne();
    }
  }

  /** At its start a node arms what the cluster has armed before. */
  @Test
  void node_thatStartsAgain_findsItsChores() throws Exception {
    for (int start = 0; start < 2; start++) {
      try (Database database = database();
          ChoreClock clock = node(database, "server", new CountDownLatch(1))) {
        clock.start();
        assertThat(turns.tryAcquire(1, PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      }
      turns.drainPermits();
    }
  }
}
