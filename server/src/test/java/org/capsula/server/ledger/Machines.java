package org.capsula.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.capsula.pipeline.database.PostgreSqlServer;

/**
 * A server and two workers on one library, each a process as on a machine of its own, and a
 * PostgreSQL that may be stopped.
 */
final class Machines implements AutoCloseable {
  /** Films a round: more than the server takes at once, so that workers have some. */
  static final int FILMS = 3;

  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final Pattern SLUG = Pattern.compile("\"slug\":\"([^\"]+)\"");

  private final Path folder;
  private final Path film;
  private final String url;
  private final HttpClient browser = HttpClient.newHttpClient();
  private final String address;
  private int films;
  final PostgreSqlServer database;
  final LibraryFolder library;
  final Capsula server;
  final List<Capsula> workers = new ArrayList<>();

  Machines(Path folder, Path film) throws Exception {
    this.folder = folder;
    this.film = film;
    database = PostgreSqlServer.start();
    url = database.newDatabase();
    library = new LibraryFolder(folder.resolve("library"), url);
    server = startServer();
    address = server.address();
    startWorker();
    startWorker();
  }

  /** With the library and its database. */
  String[] command(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--library", library.path().toString(), "--database", url));
    return all.toArray(String[]::new);
  }

  Capsula startServer() throws IOException {
    return Capsula.start(command("serve", "--port", "0"));
  }

  void startWorker() throws Exception {
    Capsula worker = Capsula.start(command("worker"));
    workers.add(worker);
    worker.await("its start", () -> worker.said().toString().contains("Capsula works on"));
  }

  /**
   * Beside the server that is running, and it leaves them to whoever takes them.
   *
   * @return still at it: the first films may be made before it has ended
   */
  Capsula importFilms() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in-" + films));
    for (int i = 0; i < FILMS; i++) {
      Path copy = in.resolve("film-" + ++films + ".mp4");
      Files.copy(film, copy);
      // Bytes behind its end make it another film, for the library and for nobody else.
      Files.write(copy, new byte[films], StandardOpenOption.APPEND);
    }
    return Capsula.start(command("import", in.toString(), "--queue-only", "--publish"));
  }

  static void awaitImported(Capsula imports) throws InterruptedException {
    assertThat(imports.awaitEnd()).as("import: %s", imports.said()).isZero();
  }

  /** A worker that is in the middle of a production. */
  Capsula busyWorker() throws Exception {
    await("a worker at work", () -> workers.stream().anyMatch(w -> !w.decoders().isEmpty()));
    return workers.stream().filter(w -> !w.decoders().isEmpty()).findFirst().orElseThrow();
  }

  /** Everything that was ever imported is made, and nothing is left to do. */
  void awaitAllMade() throws Exception {
    await(
        "all films",
        () ->
            library
                    .rows("SELECT COUNT(*) FROM production WHERE state = 'done'")
                    .contains("" + films)
                && library.rows("SELECT task_instance FROM scheduled_tasks").isEmpty());
  }

  void await(String what, Condition condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds(condition)) {
      assertThat(System.nanoTime())
          .as("waiting for " + what + "; the server said " + server.said())
          .isLessThan(end);
      assertThat(server.isAlive()).as("the server: " + server.said()).isTrue();
      Thread.sleep(50);
    }
  }

  /** The database may be away. */
  private static boolean holds(Condition condition) throws Exception {
    try {
      return condition.holds();
    } catch (SQLException e) {
      return false;
    }
  }

  interface Condition {
    boolean holds() throws Exception;
  }

  /** What is wrong with what viewers see, a sentence each. */
  List<String> faults() throws Exception {
    List<String> faults = new ArrayList<>();
    for (String row :
        library.rows(
            """
            SELECT c.slug, COUNT(o.edition_id) FROM capsule c
            LEFT JOIN capsule_edition o ON o.capsule_id = c.id AND o.edition_id = c.edition_id
            GROUP BY c.slug HAVING COUNT(o.edition_id) <> 1
            """)) {
      faults.add("capsule and its visible editions: " + row);
    }
    List<String> seen =
        SLUG.matcher(get("api/capsules?limit=100")).results().map(m -> m.group(1)).toList();
    if (seen.size() != films || seen.stream().distinct().count() != films) {
      faults.add("of " + films + " films the catalogue has " + seen);
    }
    List<String> stored = library.files("editions");
    List<String> recorded =
        library.rows(
            "SELECT 'editions/' || edition_id || '/' || name || ' ' || bytes FROM edition_file");
    if (!stored.containsAll(recorded)) {
      faults.add(
          "recorded and not whole: " + recorded.stream().filter(f -> !stored.contains(f)).toList());
    }
    return faults;
  }

  private String get(String path) throws IOException, InterruptedException {
    var answer =
        browser.send(
            HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  static void signal(String name, Capsula capsula, List<ProcessHandle> decoders) throws Exception {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name, "" + capsula.pid()));
    decoders.forEach(decoder -> command.add("" + decoder.pid()));
    // A decoder may have come to its end.
    new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }

  @Override
  public void close() throws IOException {
    workers.forEach(Capsula::close);
    server.close();
    database.close();
  }
}
