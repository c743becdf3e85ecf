package org.capsula.pipeline.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.capsula.pipeline.database.Database;
import org.jspecify.annotations.Nullable;
import org.quartz.DateBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the chores. Nothing is kept of when each was done: at every start all are armed anew, and
 * the first time comes soon, so that a program that is restarted every day does its weekly chores
 * too.
 */
public final class ChoreClock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChoreClock.class);

  /** After the start, which has enough to do. */
  private static final int FIRST_SECONDS = 30;

  /** What a chore that is being done may still take when the program ends. */
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Chores chores;
  private final @Nullable DataSource cluster;
  private final int firstSeconds;

  /** Both null before the start: a program that only imports has no clock. */
  private @Nullable Scheduler own;

  private @Nullable Scheduler shared;

  /** For the only program that works on a library. */
  public ChoreClock(Chores chores) {
    this(chores, null, FIRST_SECONDS);
  }

  ChoreClock(Chores chores, int firstSeconds) {
    this(chores, null, firstSeconds);
  }

  ChoreClock(Chores chores, @Nullable DataSource cluster, int firstSeconds) {
    this.chores = chores;
    this.cluster = cluster;
    this.firstSeconds = firstSeconds;
  }

  /** Where several may work on a library, chores that each of them can do are shared out. */
  public static ChoreClock of(Chores chores, Database database) {
    return new ChoreClock(
        chores, database.isShared() ? database.dataSource() : null, FIRST_SECONDS);
  }

  /** Arms all chores. */
  public synchronized void start() {
    startShared();
    own = start(Schedulers.inMemory(), chore -> !isShared(chore));
  }

  /** Arms those alone that are shared out; none where nobody else works on the library. */
  public synchronized void startShared() {
    if (cluster != null) {
      shared = start(Schedulers.inCluster(cluster), this::isShared);
    }
  }

  private boolean isShared(Chore chore) {
    return cluster != null && chore.anywhere();
  }

  private Scheduler start(Scheduler quartz, Predicate<Chore> which) {
    try {
      quartz.setJobFactory((fired, scheduler) -> job(fired.getJobDetail().getKey().getName()));
      for (Chore chore : chores.all()) {
        if (which.test(chore)) {
          // A cluster may know it already; armed anew it is done soon, and comes loose if it hung.
          quartz.scheduleJob(
              detail(chore), Set.of(trigger(chore, firstSeconds)), /* replace= */ true);
          arm(quartz, chore.name());
        }
      }
      quartz.start();
      return quartz;
    } catch (SchedulerException e) {
      throw new IllegalStateException("the clock does not start", e);
    }
  }

  /** A node that is killed in the middle of it is stood in for. */
  private static JobDetail detail(Chore chore) {
    return JobBuilder.newJob(Job.class).withIdentity(chore.name()).requestRecovery().build();
  }

  private Job job(String name) {
    return context -> {
      chores.run(name);
      arm(name);
    };
  }

  /**
   * Asks the chore of this name when it is to be done besides its turns, and sees to it. For
   * whoever has changed what that depends on; before the start, and after the end, nothing comes of
   * it.
   */
  public synchronized void arm(String name) {
    Scheduler running = isShared(chores.last(name).chore()) ? shared : own;
    if (running != null) {
      arm(running, name);
    }
  }

  private void arm(Scheduler quartz, String name) {
    chores.next(name).ifPresent(when -> wake(quartz, name, when));
  }

  private static void wake(Scheduler quartz, String name, Instant when) {
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(name, "besides")
            .forJob(name)
            .startAt(Date.from(when))
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
            .build();
    try {
      if (quartz.rescheduleJob(trigger.getKey(), trigger) == null) {
        quartz.scheduleJob(trigger);
      }
    } catch (SchedulerException e) {
      LOG.warn("{} is not woken at {}; it is done in its turn", name, when, e);
    }
  }

  /** What was missed while the machine slept is done once, not as often as it was missed. */
  private static Trigger trigger(Chore chore, int firstSeconds) {
    return TriggerBuilder.newTrigger()
        .withIdentity(chore.name())
        .startAt(DateBuilder.futureDate(firstSeconds, DateBuilder.IntervalUnit.SECOND))
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(chore.every().toMillis())
                .repeatForever()
                .withMisfireHandlingInstructionNowWithExistingCount())
        .build();
  }

  /**
   * Wakes nothing any more, and lets what is being done end, for a few seconds. To be closed before
   * what the chores work on.
   */
  @Override
  public synchronized void close() {
    List<Scheduler> running = Stream.of(own, shared).flatMap(Stream::ofNullable).toList();
    try {
      for (Scheduler quartz : running) {
        quartz.standby();
      }
      long end = System.nanoTime() + FAREWELL.toNanos();
      while (!running.isEmpty() && !chores.isIdle() && System.nanoTime() < end) {
        Thread.sleep(20);
      }
      for (Scheduler quartz : running) {
        quartz.shutdown(/* waitForJobsToComplete= */ false);
      }
      own = null;
      shared = null;
    } catch (SchedulerException e) {
      throw new IllegalStateException("the clock does not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
