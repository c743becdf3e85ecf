package org.capsula.pipeline.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.capsula.pipeline.SetClock;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.database.TestDatabase;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.queue.QueueSettings;

/**
 * A folder to import from, and a library whose productions stay queued. Its clock is set by hand.
 */
final class Intake implements AutoCloseable {
  static final String SRT = "1\n00:00:00,000 --> 00:00:01,000\nBonjour\n";

  final Path in;
  final Library library;
  final ProductionQueue queue;
  final Importer importer;
  final SetClock clock = new SetClock(Instant.parse("2026-11-23T09:00:00Z"));

  Intake(Path folder) throws IOException {
    in = Files.createDirectories(folder.resolve("in"));
    library = TestDatabase.library(folder.resolve("library"));
    queue = new ProductionQueue(library, new Producer(), clock, QueueSettings.DEFAULT, s -> {});
    importer = new Importer(library, queue, clock);
  }

  /** The head of an MP4, and something that tells it from others. */
  Path film(String name, String content) throws IOException {
    return put(name, "\0\0\0\u0018ftypisom\0\0\2\0isomiso2" + content);
  }

  Path put(String name, String text) throws IOException {
    return put(name, text.getBytes(UTF_8));
  }

  Path put(String name, byte[] bytes) throws IOException {
    Path file = in.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  List<Outcome> takeAll() throws IOException {
    return takeAll(false);
  }

  List<Outcome> takeAll(boolean publish) throws IOException {
    return DeliveryScan.of(in).deliveries().stream().map(d -> importer.take(d, publish)).toList();
  }

  Outcome take() throws IOException {
    return take(false);
  }

  Outcome take(boolean publish) throws IOException {
    List<Outcome> outcomes = takeAll(publish);
    if (outcomes.size() != 1) {
      throw new AssertionError("not one film: " + outcomes);
    }
    return outcomes.get(0);
  }

  <T> T look(Function<Session, T> work) {
    return library.database().look(work);
  }

  /** Of one row and column. */
  String value(String sql) {
    return look(
        session ->
            session.handle().createQuery(sql).mapTo(String.class).findOne().orElse("nothing"));
  }

  /** All files in storage with their lengths. */
  Map<String, Long> stored() throws IOException {
    return files(library.folder().resolve("files"));
  }

  /** All files to import from, with their times. */
  Map<String, Long> untouched() throws IOException {
    Map<String, Long> found = files(in);
    found.replaceAll((name, bytes) -> bytes + Path.of(name).toFile().lastModified());
    return found;
  }

  private static Map<String, Long> files(Path folder) throws IOException {
    Map<String, Long> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).forEach(file -> found.put(file.toString(), length(file)));
    }
    return found;
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    queue.close();
    library.close();
  }
}
