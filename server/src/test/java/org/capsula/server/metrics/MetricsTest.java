package org.capsula.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.capsula.pipeline.library.Library;
import org.capsula.server.http.Answered;
import org.capsula.server.http.InMemory;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.system.Operations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MetricsTest {
  @TempDir private Path folder;
  private Library library;
  private Operations operations;
  private Metrics metrics;

  @BeforeEach
  void open() {
    library = Library.open(folder.resolve("library"));
    operations = Operations.of(library, Clock.systemUTC(), List.of());
    metrics = new Metrics(library, operations.disk());
  }

  @AfterEach
  void close() {
    metrics.close();
    library.close();
  }

  @Test
  void requests_areCountedByRouteAndClassOfStatus_withHowLongTheyTook() {
    heard("GET", "/c/{slug}", 200, 10);
    heard("GET", "/c/{slug}", 206, 80);
    heard("GET", "/c/{slug}", 404, 1);

    assertThat(lines())
        .contains(
            "capsula_requests_seconds_count{method=\"GET\",route=\"/c/{slug}\",status=\"2xx\"} 2",
            "capsula_requests_seconds_count{method=\"GET\",route=\"/c/{slug}\",status=\"4xx\"} 1",
            "capsula_requests_seconds_sum{method=\"GET\",route=\"/c/{slug}\",status=\"2xx\"} 0.09",
            bucket("0.025") + " 1",
            bucket("0.1") + " 2",
            "capsula_received_bytes_total{route=\"/c/{slug}\"} 21.0",
            "capsula_sent_bytes_total{route=\"/c/{slug}\"} 300.0");
  }

  private static String bucket(String most) {
    return "capsula_requests_seconds_bucket{method=\"GET\",route=\"/c/{slug}\",status=\"2xx\",le=\""
        + most
        + "\"}";
  }

  @Test
  void strangeRequests_addNoLabels() {
    heard("other", "none", 404, 1);
    List<String> before = names();
    for (int i = 0; i < 1000; i++) {
      heard("other", "none", 404, i);
    }

    assertThat(names()).isEqualTo(before);
  }

  @Test
  void productions_areCountedByState_asTheyAreNow() {
    assertThat(lines()).contains("capsula_productions{state=\"queued\"} 0.0");
    library
        .database()
        .useTransaction(
            session -> {
              session
                  .handle()
                  .execute("INSERT INTO stored_file (sha256, bytes, stored_at) VALUES ('f', 1, 1)");
              session
                  .handle()
                  .execute(
                      """
                      INSERT INTO capsule (id, slug, footage_sha256, footage_name, created_at)
                      VALUES ('c', 'c', 'f', 'c.mov', 1)
                      """);
              session
                  .handle()
                  .execute(
                      """
                      INSERT INTO production (id, capsule_id, state, percent, machine_fault,
                        attempts, token, cancel_requested, queued_at)
                      VALUES ('p', 'c', 'queued', 0, 0, 0, 0, 0, 1)
                      """);
            });

    assertThat(lines())
        .contains("capsula_productions{state=\"queued\"} 1.0")
        .contains("capsula_productions{state=\"failed\"} 0.0");
  }

  @Test
  void library_isUnknownUntilItWasMeasured() {
    assertThat(lines()).contains("capsula_library_bytes{kind=\"data\"} NaN");

    operations.chores().run("disk-use");

    assertThat(lines())
        .contains("capsula_library_bytes{kind=\"footage\"} 0.0")
        .doesNotContain("capsula_library_bytes{kind=\"data\"} NaN");
  }

  @Test
  void machine_isToldToo() {
    assertThat(text())
        .contains(
            "capsula_disk_free_bytes ",
            "capsula_disk_size_bytes ",
            "capsula_decoder_processes 0.0",
            "capsula_database_connections{pool=\"writer\",state=\"active\"}",
            "capsula_database_connections{pool=\"reader\",state=\"waiting\"}",
            "jvm_memory_used_bytes",
            "jvm_threads_live_threads",
            "jvm_gc_max_data_size_bytes",
            "process_uptime_seconds");
  }

  @Test
  void answer_saysItsFormat() {
    assertThat(answer().mediaType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
  }

  private void heard(String method, String route, int status, long millis) {
    metrics.heard(new Answered("id", method, route, status, 7, 100, Duration.ofMillis(millis)));
  }

  private Response answer() {
    return metrics.answer(new Request("GET", "/metrics", Map.of(), Map.of()));
  }

  private String text() {
    InMemory body = (InMemory) answer().body();
    java.nio.ByteBuffer bytes = body.slice(0, body.length());
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  private List<String> lines() {
    return text().lines().toList();
  }

  /** Of our own figures: the machine's grow by a line when the collector runs. */
  private List<String> names() {
    return lines().stream()
        .filter(line -> line.startsWith("capsula_"))
        .map(line -> line.substring(0, line.lastIndexOf(' ')))
        .toList();
  }
}
