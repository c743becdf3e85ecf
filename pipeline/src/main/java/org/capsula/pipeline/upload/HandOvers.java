package org.capsula.pipeline.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.DatabaseException;
import org.capsula.pipeline.delivery.HandOver;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.upload.Upload.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes uploads into the library once their last byte has come, one after another: reading
 * gigabytes is the disk's work. Killed at any point, the next start goes on.
 */
public final class HandOvers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HandOvers.class);

  /** After the machine failed: somebody may have made room. */
  private static final long PAUSE_SECONDS = 60;

  /** Nobody holds a whole upload for longer than a question to the database. */
  private static final long BUSY_SECONDS = 1;

  private final Library library;
  private final Database database;
  private final Locks locks;
  private final TakingIn takingIn;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread named = new Thread(work, "uploads");
            named.setDaemon(true);
            return named;
          });

  /** Those that wait for their turn: however often they are told of, they wait once. */
  private final Set<String> planned = ConcurrentHashMap.newKeySet();

  private volatile boolean closing;

  HandOvers(Library library, HandOver handOver, Locks locks, Clock clock) {
    this.library = library;
    this.database = library.database();
    this.locks = locks;
    takingIn = new TakingIn(library, handOver, clock);
  }

  /**
   * What a killed program left: folders of uploads that are none any more, and wholes to take in.
   */
  public void start() {
    List<String> unfinished = database.look(session -> new UploadStore(session).unfinished());
    UploadFolder.removeAllBut(unfinished, library.storage());
    database
        .look(session -> new UploadStore(session).inState(State.CHECKING))
        .forEach(upload -> add(upload.id()));
  }

  /** Of one whose last byte has come; told once more, nothing happens twice. */
  void add(String uploadId) {
    schedule(uploadId, 0);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // What it does tells of its own failures.
  private void schedule(String uploadId, long seconds) {
    if (!planned.add(uploadId)) {
      return;
    }
    try {
      thread.schedule(() -> take(uploadId), seconds, TimeUnit.SECONDS);
    } catch (RejectedExecutionException e) {
      // The program ends, and the next one begins with this.
    }
  }

  private void take(String uploadId) {
    planned.remove(uploadId);
    if (!locks.take(uploadId)) {
      // Somebody gives it up, or sends its last piece once more.
      schedule(uploadId, BUSY_SECONDS);
      return;
    }
    try {
      Optional<Upload> upload =
          database
              .look(session -> new UploadStore(session).find(uploadId))
              .filter(found -> found.state() == State.CHECKING);
      if (upload.isPresent()) {
        takingIn.take(upload.get());
      }
    } catch (IOException e) {
      again(uploadId, e, Disk.isFull(e));
    } catch (UncheckedIOException e) {
      again(uploadId, e, Disk.isFull(e));
    } catch (DatabaseException e) {
      again(uploadId, e, Disk.isFull(e));
    } catch (RuntimeException e) {
      LOG.error("upload {} could not be taken in", uploadId, e);
      again(uploadId, e, false);
    } finally {
      locks.release(uploadId);
    }
  }

  private void again(String uploadId, Exception failure, boolean full) {
    if (closing) {
      // It was interrupted, and the next program begins with it.
      return;
    }
    LOG.warn("upload {} waits: {}", uploadId, failure.toString());
    String code = full ? "disk-full" : "machine-failure";
    String sentence =
        full
            ? "The library's disk is full; it is taken in when there is space."
            : "The library could not take it in; its log says why. It is tried again every minute.";
    try {
      database.useTransaction(
          session -> new UploadStore(session).setWaiting(uploadId, code, sentence));
    } catch (DatabaseException e) {
      LOG.warn("upload {}: not even that could be written", uploadId);
    }
    schedule(uploadId, PAUSE_SECONDS);
  }

  /** What is under way goes on at the next start. */
  @Override
  public void close() {
    closing = true;
    thread.shutdownNow();
    try {
      thread.awaitTermination(PAUSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
