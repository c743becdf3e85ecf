package org.capsula.pipeline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.capsula.pipeline.SharedData;
import org.capsula.pipeline.database.TestDatabase;
import org.capsula.pipeline.delivery.DeliveryScan;
import org.capsula.pipeline.delivery.Importer;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore;

/** A library with its queue, and real footage to put into it. */
final class Workshop implements AutoCloseable {
  /** Under two seconds of it, or refused: made at once. */
  static final String SHORT = "media/with-chapters.mp4";

  /** Nearly a minute, in four sizes: still running when a test is done with it. */
  static final String LONG = "media/sintel-trailer-720p.mp4";

  static final QueueSettings QUICK =
      new QueueSettings(
          /* atOnce= */ 1,
          /* poll= */ Duration.ofMillis(50),
          /* heartbeat= */ Duration.ofMillis(500),
          /* lease= */ Duration.ofMinutes(2),
          /* attempts= */ 3,
          /* pause= */ Duration.ofMillis(100));

  /** Long enough for a busy machine; only a test that fails waits for it. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path folder;
  private final Clock clock = Clock.systemUTC();
  private final List<String> told = new CopyOnWriteArrayList<>();
  final Library library;
  ProductionQueue queue;
  private int deliveries;

  Workshop(Path folder, QueueSettings settings) {
    this.folder = folder;
    library = TestDatabase.library(folder.resolve("library"));
    queue = queue(settings);
  }

  private ProductionQueue queue(QueueSettings settings) {
    return new ProductionQueue(library, new Producer(), clock, settings, told::add);
  }

  /** As if the program had ended and another had been started. */
  void startAgain(QueueSettings settings) {
    queue.close();
    queue = queue(settings);
    queue.releaseAbandoned();
    queue.start();
  }

  /**
   * @return the production's id
   */
  String add(String footage) throws IOException {
    Path in = Files.createDirectory(folder.resolve("in-" + ++deliveries));
    Path film = in.resolve("film-" + deliveries + ".mp4");
    Files.copy(SharedData.path(footage), film);
    // A byte behind its end makes it another film, for the library and for nobody else.
    Files.write(film, new byte[deliveries], StandardOpenOption.APPEND);
    return take(in).orElseThrow();
  }

  /** The same as what was added as number n, again. */
  Optional<String> addAgain(int number) throws IOException {
    return take(folder.resolve("in-" + number));
  }

  private Optional<String> take(Path in) throws IOException {
    Importer importer = new Importer(library, queue, clock);
    return DeliveryScan.of(in).deliveries().stream()
        .map(delivery -> importer.take(delivery, true))
        .flatMap(outcome -> Optional.ofNullable(outcome.productionId()).stream())
        .findFirst();
  }

  Production find(String id) {
    return library.database().look(s -> new ProductionStore(s).find(id)).orElseThrow();
  }

  Production await(String id, Predicate<Production> wanted) throws InterruptedException {
    return await(id, wanted, new ArrayList<>());
  }

  /**
   * @param seen gets every different look on the way
   */
  Production await(String id, Predicate<Production> wanted, List<Production> seen)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Production now = find(id);
    while (!wanted.test(now)) {
      assertThat(System.nanoTime()).as("still " + now + ", told " + told).isLessThan(end);
      if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(now)) {
        seen.add(now);
      }
      Thread.sleep(10);
      now = find(id);
    }
    seen.add(now);
    return now;
  }

  Production awaitEnd(String id) throws InterruptedException {
    return await(id, production -> production.state().isEnd());
  }

  /** Its decoder is at work then. */
  Production awaitProgress(String id) throws InterruptedException {
    return await(id, p -> p.state() == State.RUNNING && p.percent() > 3);
  }

  ProcessHandle awaitDecoder() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<ProcessHandle> decoders = decoders();
    while (decoders.isEmpty()) {
      assertThat(System.nanoTime()).as("no decoder; told " + told).isLessThan(end);
      Thread.sleep(5);
      decoders = decoders();
    }
    return decoders.get(0);
  }

  /**
   * Not what a JVM has for a moment in order to start one: that still bears its parent's name. An
   * option of the decoder's own stands early enough in its command line not to be cut off.
   */
  static List<ProcessHandle> decoders() {
    return ProcessHandle.current()
        .children()
        .filter(
            child ->
                child.info().commandLine().filter(line -> line.contains("javacpp.max")).isPresent())
        .toList();
  }

  /**
   * @param name STOP or CONT
   */
  static void signal(ProcessHandle process, String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  List<String> editions() throws IOException {
    return library.storage().editions().stream().sorted(Comparator.naturalOrder()).toList();
  }

  List<Path> work() throws IOException {
    try (Stream<Path> left = Files.list(library.storage().work())) {
      return left.toList();
    }
  }

  void sql(String statement) {
    library.database().useTransaction(session -> session.handle().execute(statement));
  }

  /**
   * From now on the database fails at this.
   *
   * @param event as a trigger has it: {@code INSERT ON edition}
   * @param condition of the row {@code NEW}
   */
  void refuse(String event, String condition) {
    String trigger = "CREATE TRIGGER broken BEFORE " + event + " ";
    if (!TestDatabase.isPostgreSql()) {
      sql(trigger + "WHEN " + condition + " BEGIN SELECT RAISE(ABORT, 'broken for the test'); END");
      return;
    }
    sql(
        """
        CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'broken for the test'; END $$
        """);
    sql(trigger + "FOR EACH ROW WHEN (" + condition + ") EXECUTE FUNCTION broken()");
  }

  /** No longer. */
  void allow(String table) {
    sql("DROP TRIGGER broken" + (TestDatabase.isPostgreSql() ? " ON " + table : ""));
  }

  /** Production ids in the order in which the queue would take them, each with its time. */
  List<String> tasks() {
    return library
        .database()
        .look(
            session ->
                session
                    .handle()
                    .createQuery(
                        """
                        SELECT task_instance || ' ' || execution_time FROM scheduled_tasks
                        ORDER BY execution_time
                        """)
                    .mapTo(String.class)
                    .list());
  }

  List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public void close() {
    queue.close();
    library.close();
  }
}
