package org.capsula.pipeline.schedule;

import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.SchedulerRepository;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.spi.JobStore;

/** Built without Quartz's properties: there is no file to look for, and nothing to look up. */
final class Schedulers {
  /** Chores wait for each other rather than for a machine that encodes on all its cores. */
  private static final int THREADS = 2;

  /** Of all nodes of a library: each database holds one library. */
  private static final String CLUSTER = "capsula";

  private Schedulers() {}

  static Scheduler inMemory() {
    String id = id();
    return scheduler(id, id, new RAMJobStore());
  }

  /** Shares its turns with all others over the same database. */
  static Scheduler inCluster(DataSource database) {
    String id = id();
    return scheduler(CLUSTER, id, Cluster.store(database, id));
  }

  private static String id() {
    return "capsula-" + UUID.randomUUID();
  }

  private static Scheduler scheduler(String name, String id, JobStore store) {
    SimpleThreadPool threads = new SimpleThreadPool(THREADS, Thread.NORM_PRIORITY);
    threads.setThreadNamePrefix("chore");
    threads.setMakeThreadsDaemons(true);
    DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
    try {
      factory.createScheduler(name, id, threads, store);
      Scheduler made = factory.getScheduler(name);
      // Quartz keeps them by their names, and two libraries may be open in one program.
      SchedulerRepository.getInstance().remove(name);
      return made;
    } catch (SchedulerException e) {
      throw new IllegalStateException("the clock cannot be made", e);
    }
  }
}
