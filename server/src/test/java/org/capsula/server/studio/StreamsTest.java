package org.capsula.server.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.studio.StudioList;
import org.capsula.server.http.Caller;
import org.capsula.server.http.ProblemException;
import org.capsula.server.language.PageLanguage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class StreamsTest {
  private static final StudioWords WORDS = new StudioWords(PageLanguage.ENGLISH);
  private static final Streams.Settings QUICK =
      new Streams.Settings(
          /* heartbeat= */ Duration.ofMillis(40),
          /* recheck= */ Duration.ofMillis(20),
          /* longest= */ Duration.ofHours(1),
          /* perAccount= */ 2,
          /* all= */ 4);

  private final AtomicInteger looks = new AtomicInteger();
  private volatile String revision = "one";
  private volatile boolean signedIn = true;
  private final Board board = new Board(this::pulse, Duration.ofMillis(5));
  private final Streams streams = new Streams(board, QUICK, caller -> signedIn);

  private StudioList.Pulse pulse() {
    looks.incrementAndGet();
    if (revision.equals("broken")) {
      throw new IllegalStateException("the database is away");
    }
    return new StudioList.Pulse(List.of(), revision);
  }

  @AfterEach
  void close() {
    streams.close();
  }

  private static Caller caller(String account) {
    return Caller.session("s", account, "Ana", Role.MEDIA);
  }

  /** Keeps what it is sent. */
  private static class Listener implements Streams.Sink {
    final BlockingQueue<String> got = new LinkedBlockingQueue<>();
    final CountDownLatch ended = new CountDownLatch(1);
    volatile boolean gone;

    @Override
    public void event(String name, String id, String data) throws Exception {
      got.add(name + " " + id);
    }

    @Override
    public void heartbeat() throws Exception {
      if (gone) {
        throw new IOException("gone");
      }
      got.add("heartbeat");
    }

    @Override
    public boolean isOver() {
      return false;
    }

    @Override
    public void end() {
      ended.countDown();
    }

    String take() throws InterruptedException {
      return got.take();
    }
  }

  @Test
  void silence_isFilledWithHeartbeats() throws InterruptedException {
    Listener listener = new Listener();
    streams.begin(caller("a"), WORDS, listener);

    assertThat(listener.take()).isEqualTo("state one");
    assertThat(listener.take()).isEqualTo("heartbeat");
    assertThat(listener.take()).isEqualTo("heartbeat");
  }

  @Test
  void change_isToldToAllOnceAndNotSooner() throws InterruptedException {
    Listener one = new Listener();
    Listener other = new Listener();
    streams.begin(caller("a"), WORDS, one);
    streams.begin(caller("b"), WORDS, other);
    awaitState(one, "state one");
    awaitState(other, "state one");

    revision = "two";

    awaitState(one, "state two");
    awaitState(other, "state two");
    assertThat(one.take()).isEqualTo("heartbeat");
  }

  private static void awaitState(Listener listener, String wanted) throws InterruptedException {
    String next = listener.take();
    while (next.equals("heartbeat")) {
      next = listener.take();
    }
    assertThat(next).isEqualTo(wanted);
  }

  @Test
  void listenerThatDoesNotRead_holdsUpNobodyElse() throws InterruptedException {
    CountDownLatch stuck = new CountDownLatch(1);
    Listener slow =
        new Listener() {
          @Override
          public void event(String name, String id, String data) throws Exception {
            stuck.await();
          }
        };
    Listener quick = new Listener();
    streams.begin(caller("a"), WORDS, slow);
    streams.begin(caller("a"), WORDS, quick);

    awaitState(quick, "state one");
    revision = "two";
    awaitState(quick, "state two");
    stuck.countDown();
  }

  @Test
  void listenerThatIsGone_makesRoom() throws InterruptedException {
    Listener listener = new Listener();
    streams.begin(caller("a"), WORDS, listener);
    listener.gone = true;

    listener.ended.await();

    assertThat(streams.open()).isZero();
  }

  @Test
  void sessionThatEnds_isToldSo() throws InterruptedException {
    Listener listener = new Listener();
    streams.begin(caller("a"), WORDS, listener);
    awaitState(listener, "state one");
    signedIn = false;

    awaitState(listener, "end ");
    listener.ended.await();
  }

  @Test
  void streamTooManyOfAnAccount_takesTheSeatOfTheOldest() throws InterruptedException {
    Listener oldest = new Listener();
    Listener newest = new Listener();
    Listener others = new Listener();
    streams.begin(caller("b"), WORDS, others);
    streams.begin(caller("a"), WORDS, oldest);
    streams.begin(caller("a"), WORDS, new Listener());
    awaitState(oldest, "state one");
    awaitState(others, "state one");
    streams.begin(caller("a"), WORDS, newest);

    awaitState(oldest, "full ");
    oldest.ended.await();
    awaitState(newest, "state one");
    assertThat(streams.open()).isEqualTo(3);
    revision = "two";
    awaitState(others, "state two");
  }

  @Test
  void streams_areCountedInAll() {
    for (String account : List.of("a", "b", "c", "d")) {
      streams.begin(caller(account), WORDS, new Listener());
    }
    assertThatThrownBy(() -> streams.begin(caller("e"), WORDS, new Listener()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not-now");
    assertThat(streams.open()).isEqualTo(4);
  }

  @Test
  void database_isLeftAloneWhileNobodyListens() throws InterruptedException {
    assertThat(looks).hasValue(0);
    Listener listener = new Listener();
    streams.begin(caller("a"), WORDS, listener);
    awaitState(listener, "state one");
    listener.gone = true;
    listener.ended.await();

    awaitQuiet();
    Listener next = new Listener();
    streams.begin(caller("a"), WORDS, next);
    awaitState(next, "state one");
  }

  /** Two looks may be under way when the last listener leaves. */
  private void awaitQuiet() throws InterruptedException {
    int before;
    do {
      before = looks.get();
      Thread.sleep(100);
    } while (looks.get() != before);
  }

  @Test
  void databaseThatIsAway_endsNothing() throws InterruptedException {
    Listener listener = new Listener();
    streams.begin(caller("a"), WORDS, listener);
    awaitState(listener, "state one");
    revision = "broken";
    assertThat(listener.take()).isEqualTo("heartbeat");
    revision = "three";

    awaitState(listener, "state three");
  }

  @Test
  void closing_endsAllAndTakesNoMore() throws InterruptedException {
    Listener listener = new Listener();
    streams.begin(caller("a"), WORDS, listener);
    streams.close();

    listener.ended.await();
    assertThatThrownBy(() -> streams.begin(caller("a"), WORDS, new Listener()))
        .hasMessageContaining("not-now");
  }
}
