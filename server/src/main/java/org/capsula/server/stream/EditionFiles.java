package org.capsula.server.stream;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.capsula.pipeline.catalog.viewing.EditionFile;
import org.capsula.pipeline.catalog.viewing.ViewingStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.storage.Storage;
import org.capsula.server.catalogue.Shown;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;

/** {@code /media/{edition}/{file}}: pictures, sound and stills, as long as they may be seen. */
public final class EditionFiles implements Endpoint {
  private final Database database;
  private final Stored stored;
  private final Clock clock;

  public EditionFiles(Database database, Storage storage, Clock clock) {
    this.database = database;
    this.stored = new Stored(storage);
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) throws IOException {
    Instant now = clock.instant();
    Optional<EditionFile> found =
        database.look(
            session ->
                new ViewingStore(session, Shown.eyes(request.caller()))
                    .editionFile(request.variable("edition"), request.variable("file"), now));
    if (found.isEmpty()) {
      return Response.error(404);
    }
    EditionFile file = found.get();
    return stored
        .ofEdition(file.editionId(), file.name(), file.bytes(), file.sha256())
        .caching(Closing.caching(file, now));
  }
}
