package org.capsula.server.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.production.ProductionStore.Lease;
import org.capsula.server.studio.StudioServer.Events;
import org.capsula.server.studio.StudioServer.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over a real connection. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EventsTest {
  @TempDir private Path folder;
  private StudioServer studio;

  @BeforeEach
  void open() {
    studio = new StudioServer(folder);
  }

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void listener_isToldAllThatRunsAndEachChangeOfIt() throws Exception {
    studio.addCapsule("a", "École");
    Lease lease = studio.begin(studio.produce("a"));
    studio.progress(lease, 20);
    try (Events events = studio.listen(studio.visitor(Role.TRAINER))) {
      assertThat(events.answer.statusCode()).isEqualTo(200);
      assertThat(events.answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
      assertThat(events.answer.headers().firstValue("Content-Encoding")).isEmpty();
      assertThat(events.answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
      assertThat(events.answer.headers().firstValue("X-Accel-Buffering")).hasValue("no");
      assertThat(events.next())
          .contains("event: state", "\"percent\":20", "\"doing\":\"Encodage\"", "id: ");

      studio.progress(lease, 60);
      String next = events.next();
      while (!next.contains("\"percent\":60")) {
        assertThat(next).contains("\"percent\":20");
        next = events.next();
      }

      studio.fail(lease, "machine-failure", "It could not.");
      while (!next.contains("\"productions\":[]")) {
        next = events.next();
      }
    }
  }

  @Test
  void sessionThatEnds_endsItsStream() throws Exception {
    Visitor visitor = studio.visitor(Role.MEDIA);
    try (Events events = studio.listen(visitor)) {
      events.next();
      studio.signOut(visitor);

      String next = events.next();
      while (!next.isEmpty() && !next.contains("event: end")) {
        next = events.next();
      }

      assertThat(next).contains("event: end");
      assertThat(events.next()).isEmpty();
    }
  }

  @Test
  void serverThatStops_endsItsStreamsFirst() throws Exception {
    try (Events events = studio.listen(studio.visitor(Role.MEDIA))) {
      events.next();
      long before = System.nanoTime();
      studio.stop();

      // It waits five seconds for whoever does not come to an end.
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
      assertThat(events.next()).isEmpty();
    }
  }

  @Test
  void accountWithManyPages_listensOnTheNewestOfThem() throws Exception {
    Visitor visitor = studio.visitor(Role.MEDIA);
    try (Events first = studio.listen(visitor)) {
      List<Events> others = new ArrayList<>();
      for (int i = 0; i < Streams.Settings.DEFAULT.perAccount(); i++) {
        others.add(studio.listen(visitor));
      }
      String next = first.next();
      while (!next.contains("event: full")) {
        assertThat(next).isNotEmpty();
        next = first.next();
      }
      assertThat(first.next()).isEmpty();
      for (Events each : others) {
        assertThat(each.next()).contains("event: state");
        each.close();
      }
    }
  }

  @Test
  void viewer_mayNotListen() throws Exception {
    try (Events events = studio.listen(studio.visitor(Role.VIEWER))) {
      assertThat(events.answer.statusCode()).isEqualTo(403);
    }
  }
}
