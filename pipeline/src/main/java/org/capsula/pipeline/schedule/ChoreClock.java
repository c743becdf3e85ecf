package org.capsula.pipeline.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quartz.DateBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the chores. Nothing is kept of when each was done: at every start all are armed anew, and
 * the first time comes soon, so that a program that is restarted every day does its weekly chores
 * too.
 */
public final class ChoreClock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChoreClock.class);

  /** Chores wait for each other rather than for a machine that encodes on all its cores. */
  private static final int THREADS = 2;

  /** After the start, which has enough to do. */
  private static final int FIRST_SECONDS = 30;

  /** What a chore that is being done may still take when the program ends. */
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Chores chores;
  private final int firstSeconds;

  /** Null before the start: a program that only imports has no clock. */
  private @Nullable Scheduler quartz;

  public ChoreClock(Chores chores) {
    this(chores, FIRST_SECONDS);
  }

  ChoreClock(Chores chores, int firstSeconds) {
    this.chores = chores;
    this.firstSeconds = firstSeconds;
  }

  /** Arms all chores. */
  public synchronized void start() {
    try {
      quartz = scheduler();
      quartz.setJobFactory((fired, scheduler) -> job(fired.getJobDetail().getKey().getName()));
      for (Chore chore : chores.all()) {
        quartz.scheduleJob(
            JobBuilder.newJob(Job.class).withIdentity(chore.name()).build(),
            trigger(chore, firstSeconds));
        arm(chore.name());
      }
      quartz.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the clock does not start", e);
    }
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
    Scheduler running = quartz;
    if (running != null) {
      chores.next(name).ifPresent(when -> wake(running, name, when));
    }
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

  /** Built without Quartz's properties: there is no file to look for, and nothing to look up. */
  private static Scheduler scheduler() throws SchedulerException {
    SimpleThreadPool threads = new SimpleThreadPool(THREADS, Thread.NORM_PRIORITY);
    threads.setThreadNamePrefix("chore");
    threads.setMakeThreadsDaemons(true);
    // Quartz keeps them by their names, and two libraries may be open in one program.
    String name = "capsula-" + UUID.randomUUID();
    DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
    factory.createScheduler(name, name, threads, new RAMJobStore());
    return factory.getScheduler(name);
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
    if (quartz == null) {
      return;
    }
    try {
      quartz.standby();
      long end = System.nanoTime() + FAREWELL.toNanos();
      while (!chores.isIdle() && System.nanoTime() < end) {
        Thread.sleep(20);
      }
      quartz.shutdown(/* waitForJobsToComplete= */ false);
      quartz = null;
    } catch (SchedulerException e) {
      throw new IllegalStateException("the clock does not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
