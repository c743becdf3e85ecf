package org.capsula.pipeline.queue;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.capsula.media.decoder.DecoderProcess;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.production.ProductionStore.Lease;
import org.capsula.pipeline.production.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches over one attempt: writes down how far it has come, stops it when it may not go on, and
 * ends a decoder that has given no sign of life for the length of the lease.
 */
final class Watch implements Progress, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /** Also how often a cancelled production learns of it. */
  private static final Duration STEP = Duration.ofSeconds(1);

  private final Database database;
  private final Lease lease;
  private final Duration patience;
  private final ScheduledFuture<?> check;
  private volatile @Nullable DecoderProcess decoder;
  private volatile boolean stopped;
  private volatile boolean hung;
  private volatile boolean handedBack;
  private Step step = Step.INSPECTING;
  private int percent = -1;
  private long lastCheck = System.nanoTime();

  Watch(Database database, Lease lease, Duration patience, ScheduledExecutorService timer) {
    this.database = database;
    this.lease = lease;
    this.patience = patience;
    check =
        timer.scheduleWithFixedDelay(
            this::check, STEP.toMillis(), STEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void begins(DecoderProcess started) {
    decoder = started;
    LOG.debug(
        "decoder {} of production {}: {}",
        started.handle().pid(),
        lease.productionId(),
        DecoderProcess.confinement());
    // In this order: whoever stops the attempt at this moment sees the decoder, or is seen here.
    if (stopped) {
      throw new StoppedException();
    }
  }

  @Override
  public synchronized void at(Step at, int reached) {
    if (stopped) {
      throw new StoppedException();
    }
    if (at != step || reached > percent) {
      step = at;
      percent = Math.max(percent, reached);
      write();
    }
  }

  private void write() {
    if (!mayGoOn()) {
      stopped = true;
      end();
      throw new StoppedException();
    }
  }

  private boolean mayGoOn() {
    try {
      return database.inTransaction(
          session ->
              new ProductionStore(session).progress(lease, step.word(), Math.max(0, percent)));
    } catch (RuntimeException e) {
      // An hour's encoding must not end because its bar cannot be drawn. The result is fenced.
      LOG.warn("the progress of production {} could not be written", lease.productionId(), e);
      return true;
    }
  }

  /** Between two lines of the decoder, too: it may be in a long frame, or frozen. */
  private void check() {
    boolean listened = hasListened();
    DecoderProcess watched = decoder;
    if (watched == null || stopped) {
      return;
    }
    if (listened && watched.silence().compareTo(patience) > 0) {
      hung = true;
      end();
      return;
    }
    try {
      synchronized (this) {
        write();
      }
    } catch (StoppedException e) {
      // The decoder is ended, which the attempt notices.
    }
  }

  /** Not where this program was frozen itself: then the decoder may have spoken unheard. */
  private boolean hasListened() {
    long now = System.nanoTime();
    Duration since = Duration.ofNanos(now - lastCheck);
    lastCheck = now;
    return since.compareTo(STEP.plus(patience.dividedBy(2))) < 0;
  }

  private void end() {
    DecoderProcess watched = decoder;
    if (watched != null) {
      watched.endNow(hung ? "it gave no sign of life" : "the production was stopped");
    }
  }

  /** The program is stopping: the attempt ends without a fault of its own. */
  void handBack() {
    handedBack = true;
    stopped = true;
    end();
  }

  boolean wasHandedBack() {
    return handedBack;
  }

  /** Whether the attempt ended because it was not to go on. */
  boolean wasStopped() {
    return stopped;
  }

  /** Whether the decoder was ended for its silence. */
  boolean wasHung() {
    return hung;
  }

  @Override
  public void close() {
    check.cancel(false);
  }
}
