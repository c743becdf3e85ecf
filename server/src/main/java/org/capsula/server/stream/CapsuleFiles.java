package org.capsula.server.stream;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.DocumentStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.catalog.editorial.Poster;
import org.capsula.pipeline.catalog.editorial.PosterStore;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.publication.Downloads;
import org.capsula.pipeline.publication.SubtitleTrack;
import org.capsula.pipeline.publication.TrackFile;
import org.capsula.pipeline.storage.Storage;
import org.capsula.server.catalogue.Addresses;
import org.capsula.server.catalogue.EditionTracks;
import org.capsula.server.catalogue.Shown;
import org.capsula.server.http.FileRegion;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;

/** What belongs to a capsule and not to its edition: text tracks, documents, the download. */
public final class CapsuleFiles {
  private final Shown shown;
  private final Database database;
  private final EditionTracks editions;
  private final Storage storage;
  private final Stored stored;
  private final Downloads downloads;
  private final Clock clock;

  public CapsuleFiles(
      Shown shown,
      Database database,
      EditionTracks editions,
      Storage storage,
      Downloads downloads,
      Clock clock) {
    this.shown = shown;
    this.database = database;
    this.editions = editions;
    this.storage = storage;
    this.stored = new Stored(storage);
    this.downloads = downloads;
    this.clock = clock;
  }

  /**
   * {@code /c/{slug}/text/{hash}/{name}}: a text track's WebVTT, or its media playlist. A corrected
   * track has another hash; the old one is gone with its mistakes.
   */
  public Response text(Request request) throws IOException {
    Optional<Shown.Item> item = shown.asked(request);
    String name = request.variable("name");
    Optional<Track> track =
        item.stream()
            .flatMap(found -> shown.tracks(found).stream())
            .filter(candidate -> hash(item, candidate).equals(request.variable("hash")))
            .filter(candidate -> Stored.isOf(candidate, name))
            .findFirst();
    if (item.isEmpty() || track.isEmpty()) {
      return Response.error(404);
    }
    Viewing viewing = item.get().viewing();
    return stored
        .ofTrack(track.get(), name, viewing.part(), viewing.length())
        .caching(Closing.caching(viewing, clock.instant()));
  }

  private static String hash(Optional<Shown.Item> item, Track track) {
    return Addresses.textHash(item.orElseThrow().viewing().part(), track);
  }

  /** {@code /c/{slug}/poster/{name}}: a still that was chosen, named by its hash. */
  public Response poster(Request request) {
    Optional<Shown.Item> item = shown.asked(request);
    Optional<Poster> poster =
        item.flatMap(
                found ->
                    database.look(session -> new PosterStore(session).of(found.viewing().id())))
            .filter(chosen -> request.variable("name").equals(chosen.sha256() + ".jpg"));
    if (item.isEmpty() || poster.isEmpty()) {
      return Response.error(404);
    }
    Poster still = poster.get();
    return Response.file(
            "image/jpeg",
            new FileRegion(storage.file(still.sha256()), 0, still.bytes()),
            still.sha256())
        .caching(Closing.caching(item.get().viewing(), clock.instant()));
  }

  /** {@code /c/{slug}/documents/{hash}}. */
  public Response document(Request request) throws IOException {
    Optional<Shown.Item> item = shown.asked(request);
    if (item.isEmpty()) {
      return Response.error(404);
    }
    Viewing viewing = item.get().viewing();
    Optional<Document> document =
        database.look(session -> new DocumentStore(session).of(viewing.id())).stream()
            .filter(candidate -> candidate.sha256().equals(request.variable("hash")))
            .findFirst();
    if (document.isEmpty()) {
      return Response.error(404);
    }
    Document file = document.get();
    return Response.file(
            file.mediaType(),
            new FileRegion(storage.file(file.sha256()), 0, file.bytes()),
            file.sha256())
        .caching(Closing.caching(viewing, clock.instant()))
        // Somebody else's file must not run in the catalogue's name.
        .header("Content-Security-Policy", "sandbox")
        .header("Content-Disposition", Attachment.named(file.fileName()));
  }

  /** {@code /c/{slug}/download.mp4}: made when it is first asked for. */
  public Response download(Request request) throws IOException {
    Optional<Shown.Item> item = shown.asked(request);
    if (item.isEmpty()) {
      return Response.error(404);
    }
    Viewing viewing = item.get().viewing();
    List<EncodedTrack> tracks = editions.of(viewing.editionId());
    List<SubtitleTrack> subtitles = new ArrayList<>();
    for (Track track : shown.tracks(item.get())) {
      if (track.isShown()) {
        subtitles.add(TrackFile.read(storage, track, viewing.part()));
      }
    }
    Optional<Downloads.Made> made = downloads.get(viewing.editionId(), tracks, subtitles);
    if (made.isEmpty()) {
      return Response.error(503).header("Retry-After", "10");
    }
    return Response.file(
            viewing.hasPicture() ? "video/mp4" : "audio/mp4",
            FileRegion.whole(made.get().file()),
            made.get().tag())
        .caching(Closing.changing(viewing));
  }
}
