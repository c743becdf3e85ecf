package org.capsula.server.studio;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.capsula.pipeline.studio.StudioList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where what is going on is posted for all who listen. One thread looks into the database, once a
 * second, and only while somebody listens.
 */
public final class Board implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Board.class);
  private static final Posted NOTHING_YET = new Posted(0, new StudioList.Pulse(List.of(), ""));

  private final Supplier<StudioList.Pulse> source;
  private final Duration every;
  private Posted posted = NOTHING_YET;
  private int listeners;
  private @Nullable Thread looking;
  private boolean closed;

  public Board(Supplier<StudioList.Pulse> source, Duration every) {
    this.source = source;
    this.every = every;
  }

  /**
   * @param version raised whenever something is posted that differs; 0 before the first look
   */
  record Posted(long version, StudioList.Pulse pulse) {}

  /** Somebody begins to listen. */
  synchronized void join() {
    listeners++;
    if (looking == null && !closed) {
      looking = new Thread(this::look, "studio-board");
      looking.setDaemon(true);
      looking.start();
    }
  }

  /** As often as {@link #join}. */
  synchronized void leave() {
    listeners--;
  }

  /**
   * Returns as soon as something else is posted than the version known, or when the time is over,
   * or the board is closed.
   */
  synchronized Posted await(long known, Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    long left = most.toMillis();
    while (!closed && posted.version() == known && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return posted;
  }

  private void look() {
    while (goesOn()) {
      try {
        post(source.get());
      } catch (RuntimeException e) {
        // The next look may be luckier; until then people see what was last seen.
        LOG.warn("what is going on could not be looked up", e);
      }
      pause();
    }
  }

  private synchronized boolean goesOn() {
    boolean wanted = listeners > 0 && !closed;
    if (!wanted) {
      looking = null;
    }
    if (listeners == 0) {
      // Whoever comes next shall not be told what was true an hour ago.
      posted = NOTHING_YET;
    }
    return wanted;
  }

  private synchronized void post(StudioList.Pulse pulse) {
    if (posted.version() == 0 || !posted.pulse().equals(pulse)) {
      posted = new Posted(posted.version() + 1, pulse);
      notifyAll();
    }
  }

  private synchronized void pause() {
    long end = System.nanoTime() + every.toNanos();
    long left = every.toMillis();
    try {
      while (!closed && left > 0) {
        wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
