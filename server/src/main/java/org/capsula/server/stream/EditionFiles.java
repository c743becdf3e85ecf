package org.capsula.server.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.capsula.pipeline.catalog.viewing.EditionFile;
import org.capsula.pipeline.catalog.viewing.ViewingStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.storage.Storage;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.FileRegion;
import org.capsula.server.http.MediaType;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;

/** {@code /media/{edition}/{file}}: pictures, sound and stills, as long as they may be seen. */
public final class EditionFiles implements Endpoint {
  /** Players fetch a playlist whole, and it shrinks to a tenth. */
  private static final long SMALL = 64 * 1024;

  private final Database database;
  private final Storage storage;
  private final Clock clock;

  public EditionFiles(Database database, Storage storage, Clock clock) {
    this.database = database;
    this.storage = storage;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) throws IOException {
    Instant now = clock.instant();
    Optional<EditionFile> found =
        database.look(
            session ->
                new ViewingStore(session)
                    .editionFile(request.variable("edition"), request.variable("file"), now));
    if (found.isEmpty()) {
      return Response.error(404);
    }
    EditionFile file = found.get();
    String type = mediaType(file.name());
    FileRegion region =
        new FileRegion(storage.edition(file.editionId()).resolve(file.name()), 0, file.bytes());
    return response(type, region, file.sha256()).caching(Closing.caching(file.closesAt(), now));
  }

  private static Response response(String type, FileRegion region, String tag) throws IOException {
    if (region.length() > SMALL || !MediaType.shrinks(type)) {
      return Response.file(type, region, tag);
    }
    return Response.bytes(type, Files.readAllBytes(region.path())).tag(tag);
  }

  private static String mediaType(String name) {
    return name.startsWith("audio") && name.endsWith(".mp4") ? "audio/mp4" : MediaType.ofFile(name);
  }
}
