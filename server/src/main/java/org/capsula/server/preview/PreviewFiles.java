package org.capsula.server.preview;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.catalog.editorial.EditStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.publication.FilmPlaylists;
import org.capsula.pipeline.publication.ShownTrack;
import org.capsula.pipeline.storage.Storage;
import org.capsula.server.catalogue.Addresses;
import org.capsula.server.catalogue.EditionTracks;
import org.capsula.server.http.Access;
import org.capsula.server.http.Caching;
import org.capsula.server.http.MediaType;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.http.Route;
import org.capsula.server.stream.Stored;

/**
 * {@code /studio/preview/{capsule}/…}: the film of a capsule by its id, whatever the public may see
 * of it. Nobody may keep what comes from here.
 */
public final class PreviewFiles {
  private final Database database;
  private final EditionTracks editions;
  private final Stored stored;

  public PreviewFiles(Database database, EditionTracks editions, Storage storage) {
    this.database = database;
    this.editions = editions;
    this.stored = new Stored(storage);
  }

  public List<Route> routes() {
    String base = "/studio/preview/{capsule}";
    return List.of(
        Route.get(base + "/multivariant.m3u8", Access.STUDIO, this::multivariant),
        Route.get(base + "/media/{edition}/{file}", Access.STUDIO, this::media),
        Route.get(base + "/text/{hash}/{name}", Access.STUDIO, this::text));
  }

  /** {@code ?text=none} leaves the text tracks out. */
  private Response multivariant(Request request) {
    return shown(request)
        .map(
            capsule -> {
              String edition = Objects.requireNonNull(capsule.editionId());
              boolean bare = request.query("text").filter("none"::equals).isPresent();
              return new FilmPlaylists(
                      editions.of(edition),
                      Previews.media(capsule.id(), edition, ""),
                      bare ? List.of() : texts(capsule.id(), part(capsule)))
                  .multivariant()
                  .text();
            })
        .map(text -> answer(Response.text(MediaType.ofFile("multivariant.m3u8"), text)))
        .orElseGet(() -> Response.error(404));
  }

  private List<ShownTrack> texts(String capsuleId, Trim part) {
    return tracks(capsuleId).stream()
        .filter(Track::isShown)
        .map(track -> shown(track, part))
        .toList();
  }

  private static ShownTrack shown(Track track, Trim part) {
    return new ShownTrack(
        Previews.text(track, part, "vtt"),
        Previews.text(track, part, "m3u8"),
        track.language(),
        track.role(),
        track.webvttBytes());
  }

  private Response media(Request request) throws IOException {
    String capsuleId = request.variable("capsule");
    String editionId = request.variable("edition");
    String name = request.variable("file");
    Optional<Edition.File> found =
        database.look(session -> new EditionStore(session).file(capsuleId, editionId, name));
    if (found.isEmpty()) {
      return Response.error(404);
    }
    Edition.File file = found.get();
    return answer(stored.ofEdition(editionId, name, file.bytes(), file.sha256()));
  }

  private Response text(Request request) throws IOException {
    Optional<Capsule> capsule = shown(request);
    if (capsule.isEmpty()) {
      return Response.error(404);
    }
    String name = request.variable("name");
    Trim part = part(capsule.get());
    Optional<Track> track =
        tracks(capsule.get().id()).stream()
            .filter(each -> Addresses.textHash(part, each).equals(request.variable("hash")))
            .filter(each -> Stored.isOf(each, name))
            .findFirst();
    if (track.isEmpty()) {
      return Response.error(404);
    }
    String edition = Objects.requireNonNull(capsule.get().editionId());
    Duration film = EditionStore.length(editions.of(edition));
    return answer(stored.ofTrack(track.get(), name, part, film));
  }

  private Trim part(Capsule capsule) {
    return database.look(session -> new EditStore(session).shownPart(capsule.id()));
  }

  /** One that has an edition. */
  private Optional<Capsule> shown(Request request) {
    String id = request.variable("capsule");
    return database
        .look(session -> new CapsuleStore(session).byId(id))
        .filter(capsule -> capsule.editionId() != null);
  }

  private List<Track> tracks(String capsuleId) {
    return database.look(session -> new TrackStore(session).of(capsuleId));
  }

  private static Response answer(Response response) {
    return response.caching(Caching.noStore());
  }
}
