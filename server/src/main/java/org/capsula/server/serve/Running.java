package org.capsula.server.serve;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.capsula.pipeline.announcement.Announcer;
import org.capsula.pipeline.delivery.Importer;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.queue.QueueSettings;
import org.capsula.pipeline.schedule.Chore;
import org.capsula.pipeline.search.Search;
import org.capsula.pipeline.studio.Purge;
import org.capsula.pipeline.upload.UploadSettings;
import org.capsula.pipeline.upload.Uploads;

/** A library that is open, and what works on it. */
public record Running(
    Clock clock,
    Library library,
    ProductionQueue queue,
    Importer importer,
    Uploads uploads,
    Search search,
    Housekeeping housekeeping)
    implements AutoCloseable {
  private static final String ANNOUNCEMENTS = "announcements";

  /**
   * Opens what works on a library.
   *
   * @param tell as of {@link Opener}
   * @throws org.capsula.pipeline.library.LibraryException where its database has another time; it
   *     is closed then
   */
  public static Running over(
      Library library,
      Producer producer,
      Clock clock,
      QueueSettings settings,
      Consumer<String> tell) {
    requireSameTime(library, clock);
    ProductionQueue queue = new ProductionQueue(library, producer, clock, settings, tell);
    // Where others work on it, what they are at looks abandoned; heartbeats tell which of it is.
    if (library.isAlone()) {
      queue.releaseAbandoned();
      library.letOthersIn();
    }
    Importer importer = new Importer(library, queue, clock);
    Uploads uploads = Uploads.in(library, queue, UploadSettings.DEFAULT, clock);
    Chore expiry =
        new Chore("expired-uploads", Duration.ofHours(1), now -> uploads.register().sweep());
    Chore purge =
        new Chore("deleted-capsules", Duration.ofHours(1), new Purge(library.database())::purge)
            .onAnyNode();
    Announcer announcer = new Announcer(library.database());
    Chore announcements =
        new Chore(ANNOUNCEMENTS, Duration.ofMinutes(1), announcer::ring, announcer::next)
            .onAnyNode();
    Housekeeping housekeeping =
        Housekeeping.of(library, clock, List.of(announcements, expiry, purge));
    return new Running(clock, library, queue, importer, uploads, new Search(library), housekeeping);
  }

  private static void requireSameTime(Library library, Clock clock) {
    try {
      library.requireSameTime(clock);
    } catch (RuntimeException e) {
      library.close();
      throw e;
    }
  }

  /** To be called when the times of a release were changed. */
  void releasesChanged() {
    housekeeping.clock().arm(ANNOUNCEMENTS);
  }

  /** Opens one; {@code App} says what it is made of. */
  public interface Opener {
    /**
     * @param atOnce productions side by side
     * @param tell is given a sentence about each attempt at a production that ended without a
     *     result
     * @throws org.capsula.pipeline.library.LibraryException where it cannot be used now
     * @throws org.capsula.pipeline.database.SchemaException where its database cannot be used
     */
    Running open(LibraryOption library, int atOnce, Consumer<String> tell);
  }

  @Override
  public void close() {
    // What it does, it does on all that follows.
    housekeeping.close();
    search.close();
    uploads.close();
    queue.close();
    library.close();
  }
}
