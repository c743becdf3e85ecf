package org.capsula.pipeline.upload;

import java.time.Clock;
import org.capsula.pipeline.delivery.HandOver;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.queue.ProductionQueue;

/**
 * Footage that comes in piece by piece. The truth of how far an upload is: the bytes that are on
 * the disk for good and recorded; whatever its file holds beyond is cut off when it goes on.
 */
public record Uploads(
    UploadRegister register, Appender appender, UploadForms forms, HandOvers handOvers)
    implements AutoCloseable {

  public static Uploads in(
      Library library, ProductionQueue queue, UploadSettings settings, Clock clock) {
    Locks locks = new Locks();
    HandOver handOver = new HandOver(library, queue, clock);
    HandOvers handOvers = new HandOvers(library, handOver, locks, clock);
    UploadRegister register = new UploadRegister(library, settings, clock, locks, handOvers::add);
    return new Uploads(
        register,
        new Appender(library, register, clock, locks, handOvers::add),
        new UploadForms(library, register, clock),
        handOvers);
  }

  /** What a killed program left is taken up. */
  public void start() {
    handOvers.start();
  }

  @Override
  public void close() {
    handOvers.close();
  }
}
