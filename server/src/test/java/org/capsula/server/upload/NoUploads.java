package org.capsula.server.upload;

import java.time.Clock;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.queue.QueueSettings;
import org.capsula.pipeline.upload.UploadSettings;
import org.capsula.pipeline.upload.Uploads;

/** Uploads of a library whose productions nobody works on. */
public final class NoUploads {
  private NoUploads() {}

  public static Uploads of(Library library, Clock clock) {
    ProductionQueue idle =
        new ProductionQueue(library, new Producer(), clock, QueueSettings.DEFAULT, said -> {});
    return Uploads.in(library, idle, UploadSettings.DEFAULT, clock);
  }
}
