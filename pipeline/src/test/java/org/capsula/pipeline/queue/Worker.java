package org.capsula.pipeline.queue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.capsula.pipeline.database.Engine;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;

/**
 * A program that works on a library: says “open”, begins at the first line it is sent, and ends in
 * order at the second.
 */
final class Worker {
  private Worker() {}

  public static void main(String[] args) throws IOException {
    QueueSettings settings =
        new QueueSettings(
            1,
            Duration.ofMillis(50),
            Duration.ofMillis(250),
            Duration.ofMinutes(2),
            3,
            Duration.ofMillis(100));
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Path folder = Path.of(args[0]);
    Engine engine =
        args.length > 1
            ? Engine.postgresql(args[1], Map.of())
            : Engine.sqlite(folder.resolve("capsula.db"));
    try (Library library = Library.open(folder, engine);
        ProductionQueue queue =
            new ProductionQueue(
                library, new Producer(), Clock.systemUTC(), settings, sentence -> {})) {
      library.letOthersIn();
      System.out.println("open");
      commands.readLine();
      queue.start();
      commands.readLine();
    }
  }
}
