package org.capsula.server.studio;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams of events that are open. Each has a thread of its own, so that a client that does not
 * read holds up nobody else; that is why they are counted.
 */
public final class Streams implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

  private final Settings settings;
  private final Board board;
  private final Predicate<Caller> stillIn;
  private final Map<String, Deque<Seat>> byAccount = new HashMap<>();
  private int open;
  private boolean closed;

  /**
   * @param heartbeat how often a stream says that it lives: proxies end what is silent for a minute
   * @param recheck how often it is asked whether the listener may still listen
   * @param longest after which a stream ends, and its client asks anew
   * @param perAccount streams at a time. One more displaces the oldest: it may be of a page that
   *     was left, which nobody notices before the next heartbeat
   * @param all streams at a time
   */
  public record Settings(
      Duration heartbeat, Duration recheck, Duration longest, int perAccount, int all) {
    public static final Settings DEFAULT =
        new Settings(Duration.ofSeconds(15), Duration.ofSeconds(5), Duration.ofHours(1), 6, 100);
  }

  /**
   * @param stillIn whether a caller's session has not ended, and its role still lets it listen
   */
  public Streams(Board board, Settings settings, Predicate<Caller> stillIn) {
    this.board = board;
    this.settings = settings;
    this.stillIn = stillIn;
  }

  /** Where events go. Its methods may block, and throw when the client is gone. */
  interface Sink {
    void event(String name, String id, String data) throws Exception;

    void heartbeat() throws Exception;

    boolean isOver();

    void end() throws Exception;
  }

  /** One stream's place among those of its account. */
  static final class Seat {
    private volatile boolean displaced;

    boolean isDisplaced() {
      return displaced;
    }
  }

  /**
   * Returns at once; from then on the sink gets what is going on, until somebody ends it.
   *
   * @throws ProblemException where there are too many in all, or the server is stopping
   */
  void begin(Caller caller, StudioWords words, Sink sink) {
    Seat seat = admit(caller.account());
    board.join();
    try {
      Thread thread = new Thread(() -> run(caller, words, sink, seat), "studio-events");
      thread.setDaemon(true);
      thread.start();
    } catch (OutOfMemoryError e) {
      // There is no room for another thread.
      board.leave();
      leave(caller.account(), seat);
      throw e;
    }
  }

  private synchronized Seat admit(String account) {
    if (closed) {
      throw new ProblemException(Problem.NOT_NOW, "The server is stopping.");
    }
    if (open >= settings.all()) {
      throw new ProblemException(
          Problem.NOT_NOW, "Too many pages are listening; ask for the list from time to time.");
    }
    Deque<Seat> own = byAccount.computeIfAbsent(account, id -> new ArrayDeque<>());
    if (own.size() >= settings.perAccount()) {
      own.removeFirst().displaced = true;
    }
    Seat seat = new Seat();
    own.addLast(seat);
    open++;
    return seat;
  }

  private synchronized void leave(String account, Seat seat) {
    byAccount.computeIfPresent(
        account,
        (id, own) -> {
          own.remove(seat);
          return own.isEmpty() ? null : own;
        });
    open--;
  }

  /** How many listen now. */
  synchronized int open() {
    return open;
  }

  private void run(Caller caller, StudioWords words, Sink sink, Seat seat) {
    try {
      new Stream(board, settings, sink, words).run(this::isOpen, seat, () -> stillIn.test(caller));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      // Clients leave without a word; that is how streams end.
      LOG.debug("a stream of events ended", e);
    } finally {
      board.leave();
      leave(caller.account(), seat);
      end(sink);
    }
  }

  private static void end(Sink sink) {
    try {
      sink.end();
    } catch (Exception e) {
      LOG.debug("a stream of events had ended by itself", e);
    }
  }

  private synchronized boolean isOpen() {
    return !closed;
  }

  /** Ends all, and takes no more. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    board.close();
  }
}
