package org.capsula.server.preview;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.capsula.media.hls.MediaPlaylist;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.production.GrowingFilm;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.production.Recipe;
import org.capsula.pipeline.publication.FilmPlaylists;
import org.capsula.pipeline.storage.Storage;
import org.capsula.server.catalogue.EditionTracks;
import org.capsula.server.http.Access;
import org.capsula.server.http.Caching;
import org.capsula.server.http.FileRegion;
import org.capsula.server.http.MediaType;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.http.Route;
import org.capsula.server.stream.Stored;

/**
 * {@code /studio/preview/{capsule}/growing/{production}/…}: a film while it is being made, and
 * under the same addresses when it is finished, so that who has begun to watch goes on.
 */
public final class GrowingFiles {
  private static final String MULTIVARIANT = "multivariant.m3u8";
  private static final String PLAYLIST = ".m3u8";

  private final Database database;
  private final EditionTracks editions;
  private final Storage storage;
  private final Stored stored;

  public GrowingFiles(Database database, EditionTracks editions, Storage storage) {
    this.database = database;
    this.editions = editions;
    this.storage = storage;
    this.stored = new Stored(storage);
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/studio/preview/{capsule}/growing/{production}/{file}", Access.STUDIO, this::file));
  }

  /** 404 while there is nothing to be seen yet, 410 where there will never be. */
  private Response file(Request request) throws IOException {
    String capsuleId = request.variable("capsule");
    String name = request.variable("file");
    Optional<Production> asked =
        database
            .look(s -> new ProductionStore(s).find(request.variable("production")))
            .filter(production -> production.capsuleId().equals(capsuleId));
    if (asked.isEmpty()) {
      return Response.error(404);
    }
    Production production = asked.get();
    String edition = production.editionId();
    Response response =
        edition != null
            ? finished(capsuleId, edition, name)
            : production.state().isEnd() ? Response.error(410) : growing(production, name);
    return response.caching(Caching.noStore());
  }

  private Response finished(String capsuleId, String editionId, String name) throws IOException {
    List<EncodedTrack> tracks = editions.of(editionId);
    if (name.equals(MULTIVARIANT)) {
      return multivariant(tracks);
    }
    Optional<EncodedTrack> track = byPlaylist(tracks, name);
    if (track.isPresent()) {
      return playlist(track.get(), EncodedTrack.targetDuration(tracks), /* ended= */ true);
    }
    Optional<Edition.File> file =
        database.look(session -> new EditionStore(session).file(capsuleId, editionId, name));
    return file.isEmpty()
        ? Response.error(404)
        : stored.ofEdition(editionId, name, file.get().bytes(), file.get().sha256());
  }

  private Response growing(Production production, String name) throws IOException {
    Optional<GrowingFilm> film = film(production);
    if (film.isEmpty()) {
      // Its files are just being moved to their place, if a player has them already.
      return Response.error(name.equals(MULTIVARIANT) ? 404 : 503);
    }
    List<EncodedTrack> tracks = film.get().tracks();
    if (tracks.isEmpty()) {
      return Response.error(404);
    }
    if (name.equals(MULTIVARIANT)) {
      return multivariant(tracks);
    }
    if (name.endsWith(PLAYLIST)) {
      return byPlaylist(tracks, name)
          .map(track -> playlist(track, film.get().targetDuration(), /* ended= */ false))
          .orElseGet(() -> Response.error(404));
    }
    return tracks.stream()
        .filter(track -> track.file().equals(name))
        .findFirst()
        .map(track -> bytes(production, film.get(), track))
        .orElseGet(() -> Response.error(404));
  }

  private Optional<GrowingFilm> film(Production production) throws IOException {
    if (production.state() != State.RUNNING) {
      return Optional.empty();
    }
    Capsule capsule =
        database
            .look(session -> new CapsuleStore(session).byId(production.capsuleId()))
            .orElseThrow();
    Recipe recipe =
        Recipe.ofLibrary(
            storage.file(capsule.footageSha256()),
            capsule.footageName(),
            database.look(session -> new ProductionStore(session).trim(production.id())));
    try {
      return GrowingFilm.of(recipe, capsule.footageSha256(), storage);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Response multivariant(List<EncodedTrack> tracks) {
    return Response.text(
        MediaType.ofFile(MULTIVARIANT),
        new FilmPlaylists(tracks, "", List.of()).multivariant().text());
  }

  private static Optional<EncodedTrack> byPlaylist(List<EncodedTrack> tracks, String name) {
    return tracks.stream().filter(track -> track.playlist().equals(name)).findFirst();
  }

  private static Response playlist(EncodedTrack track, int targetDuration, boolean ended) {
    return Response.text(
        MediaType.ofFile(track.playlist()),
        MediaPlaylist.ofGrowingTrack(track.file(), track.index(), targetDuration, ended));
  }

  /** As far as it is complete: what stands behind that may change. */
  private static Response bytes(Production production, GrowingFilm film, EncodedTrack track) {
    return Response.file(
        track.isVideo() ? "video/mp4" : "audio/mp4",
        new FileRegion(film.file(track), 0, track.bytes()),
        production.id() + "-" + track.bytes());
  }
}
