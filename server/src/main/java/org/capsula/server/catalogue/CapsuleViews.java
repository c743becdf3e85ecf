package org.capsula.server.catalogue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.DocumentStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.catalog.editorial.CreditStore;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.publication.Download;
import org.capsula.server.asset.Assets;
import org.capsula.server.http.Connection;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.viewer.CapsuleView;
import org.capsula.server.viewer.Film;
import org.capsula.server.viewer.Picture;
import org.capsula.server.viewer.Quality;
import org.capsula.server.viewer.Sharing;
import org.capsula.server.viewer.SubtitleFile;
import org.capsula.server.viewer.Text;
import org.jspecify.annotations.Nullable;

/** A capsule that may be seen, as the pages around its player show it. */
public final class CapsuleViews {
  private final Shown shown;
  private final Chapters chapters;
  private final Database database;
  private final EditionTracks editions;
  private final Assets assets;

  public CapsuleViews(
      Shown shown, Chapters chapters, Database database, EditionTracks editions, Assets assets) {
    this.shown = shown;
    this.chapters = chapters;
    this.database = database;
    this.editions = editions;
    this.assets = assets;
  }

  public CapsuleView of(Shown.Item item, PageLanguage language) throws IOException {
    List<String> preferred = item.preferring(language.tag());
    String slug = item.viewing().slug();
    List<Track> tracks = shown.tracks(item);
    return new CapsuleView(
        slug,
        Words.title(item, preferred),
        Words.in(item.texts().summaries(), preferred),
        Words.in(item.collection(), preferred),
        item.viewing().length(),
        film(item),
        tracks.stream().map(track -> subtitles(item.viewing(), track)).toList(),
        chapters.of(item, tracks, preferred),
        Words.situation(item.situation(), preferred),
        credits(item, preferred),
        documents(item));
  }

  /** How it is reached from where the one who asks is. */
  public Sharing sharing(Shown.Item item, Connection connection) {
    Viewing viewing = item.viewing();
    return new Sharing(
        connection.origin(),
        viewing.opensAt(),
        viewing.closesAt(),
        viewing.needsNoAccount(),
        viewing.isPublic(),
        viewing.isPublic() ? viewing.collectionId() : null);
  }

  private @Nullable Text credits(Shown.Item item, List<String> preferred) {
    return Words.in(
        database.look(session -> new CreditStore(session).of(item.viewing().id())), preferred);
  }

  /** What is played, without the words around it. */
  public Film film(Shown.Item item) {
    Viewing viewing = item.viewing();
    List<EncodedTrack> tracks = editions.of(viewing.editionId());
    Optional<EncodedTrack> video = Download.video(tracks);
    long sound = Download.audio(tracks).map(EncodedTrack::bytes).orElse(0L);
    return new Film(
        Addresses.playlist(viewing.slug()),
        Objects.requireNonNullElseGet(
            Words.poster(viewing), () -> new Picture(assets.address("favicon.svg"), 640, 360)),
        viewing.hasPicture() ? Addresses.edition(viewing.editionId(), "storyboard.vtt") : null,
        Addresses.download(viewing.slug()),
        video.map(EncodedTrack::lines).orElse(0),
        video.map(EncodedTrack::bytes).orElse(0L) + sound,
        qualities(tracks, sound));
  }

  private static List<Quality> qualities(List<EncodedTrack> tracks, long sound) {
    return tracks.stream()
        .filter(EncodedTrack::isH264)
        .map(track -> new Quality(track.lines(), track.bytes() + sound))
        .toList();
  }

  private static SubtitleFile subtitles(Viewing shown, Track track) {
    return new SubtitleFile(
        track.language(), track.role(), Addresses.subtitles(shown, track), track.webvttBytes());
  }

  private List<org.capsula.server.viewer.Document> documents(Shown.Item item) {
    List<Document> documents =
        database.look(session -> new DocumentStore(session).of(item.viewing().id()));
    return documents.stream()
        .map(
            document ->
                new org.capsula.server.viewer.Document(
                    /* title= */ null,
                    document.kind().equals("document") ? null : document.kind(),
                    Addresses.document(item.viewing().slug(), document),
                    document.fileName(),
                    document.bytes()))
        .toList();
  }
}
