package org.capsula.server.stream;

import java.util.List;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.publication.FilmPlaylists;
import org.capsula.pipeline.publication.ShownTrack;
import org.capsula.server.catalogue.Addresses;
import org.capsula.server.catalogue.EditionTracks;
import org.capsula.server.catalogue.Shown;
import org.capsula.server.http.MediaType;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;

/**
 * The two small documents that a player begins with. They are views of the catalogue, made for each
 * request: a subtitle that was added is in the next one.
 */
public final class Playlists {
  private final Shown shown;
  private final EditionTracks editions;

  public Playlists(Shown shown, EditionTracks editions) {
    this.shown = shown;
    this.editions = editions;
  }

  /** HLS. */
  public Response multivariant(Request request) {
    return answer(request, "multivariant.m3u8");
  }

  /** DASH. */
  public Response manifest(Request request) {
    return answer(request, "manifest.mpd");
  }

  private Response answer(Request request, String name) {
    return shown
        .asked(request)
        .map(
            item ->
                Response.text(MediaType.ofFile(name), text(playlists(item), name))
                    .caching(Closing.changing(item.viewing())))
        .orElseGet(() -> Response.error(404));
  }

  private static String text(FilmPlaylists playlists, String name) {
    return name.endsWith(".mpd") ? playlists.manifest().text() : playlists.multivariant().text();
  }

  private FilmPlaylists playlists(Shown.Item item) {
    String edition = item.viewing().editionId();
    List<EncodedTrack> tracks = editions.of(edition);
    return new FilmPlaylists(
        tracks,
        Addresses.edition(edition, ""),
        shown.tracks(item).stream()
            .filter(Track::isShown)
            .map(track -> text(item.viewing(), track))
            .toList());
  }

  private static ShownTrack text(Viewing shown, Track track) {
    return new ShownTrack(
        Addresses.subtitles(shown, track),
        Addresses.subtitlesPlaylist(shown, track),
        track.language(),
        track.role(),
        track.webvttBytes());
  }
}
