package org.capsula.server.serve;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.capsula.pipeline.delivery.Importer;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.upload.Uploads;
import org.capsula.server.http.jetty.Site;

/** A library that is open, and what works on it. */
public record Running(
    Clock clock,
    Library library,
    ProductionQueue queue,
    Importer importer,
    Uploads uploads,
    Housekeeping housekeeping,
    Site site)
    implements AutoCloseable {

  /** Opens one; {@code App} says what it is made of. */
  public interface Opener {
    /**
     * @param atOnce productions side by side
     * @param tell is given a sentence about each attempt at a production that ended without a
     *     result
     * @throws org.capsula.pipeline.library.LibraryException where it cannot be used now
     * @throws org.capsula.pipeline.database.SchemaException where its database cannot be used
     */
    Running open(Path folder, int atOnce, Consumer<String> tell);
  }

  @Override
  public void close() {
    // What it does, it does on all that follows.
    housekeeping.close();
    uploads.close();
    queue.close();
    library.close();
  }
}
