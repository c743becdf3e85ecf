package org.capsula.server.catalogue;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
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
import org.capsula.server.http.Caching;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.viewer.CapsuleView;
import org.capsula.server.viewer.Film;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.NoticeView;
import org.capsula.server.viewer.Pages;
import org.capsula.server.viewer.Picture;
import org.capsula.server.viewer.SubtitleFile;
import org.capsula.server.viewer.Text;
import org.jspecify.annotations.Nullable;

/** {@code /c/{slug}}: one capsule, to watch and to read. */
public final class CapsulePage implements Endpoint {
  private final Shown shown;
  private final Chapters chapters;
  private final Database database;
  private final EditionTracks editions;
  private final Pages pages;
  private final Assets assets;

  public CapsulePage(
      Shown shown,
      Chapters chapters,
      Database database,
      EditionTracks editions,
      Pages pages,
      Assets assets) {
    this.shown = shown;
    this.chapters = chapters;
    this.database = database;
    this.editions = editions;
    this.pages = pages;
    this.assets = assets;
  }

  @Override
  public Response answer(Request request) throws IOException {
    LanguageChoice language = Language.of(request);
    Optional<Shown.Item> item = shown.asked(request);
    if (item.isEmpty()) {
      return shown
          .told(request)
          .map(told -> Language.vary(notice(told, language), language))
          .orElseGet(() -> Response.error(404));
    }
    return Language.vary(
        Response.html(pages.capsule(language, view(item.get(), language)))
            .caching(item.get().viewing().isPublic() ? Caching.revalidate() : Caching.noStore()),
        language);
  }

  /** The page in the place of a film that is shut: a refusal, but one that says when. */
  private Response notice(Shown.Told told, LanguageChoice language) {
    Instant when =
        told.isOver() ? Objects.requireNonNull(told.notice().closesAt()) : told.notice().opensAt();
    Text title = Words.in(told.texts().titles(), List.of(language.language().tag(), "en", "fr"));
    NoticeView view =
        new NoticeView(title, when.atZone(ZoneId.of(told.notice().zone())), told.isOver());
    return Response.html(pages.notice(language, view))
        .status(told.isOver() ? 410 : 404)
        .caching(Caching.noStore());
  }

  private CapsuleView view(Shown.Item item, LanguageChoice language) throws IOException {
    List<String> preferred = item.preferring(language.language().tag());
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

  private @Nullable Text credits(Shown.Item item, List<String> preferred) {
    return Words.in(
        database.look(session -> new CreditStore(session).of(item.viewing().id())), preferred);
  }

  private Film film(Shown.Item item) {
    Viewing viewing = item.viewing();
    List<EncodedTrack> tracks = editions.of(viewing.editionId());
    Optional<EncodedTrack> video = Download.video(tracks);
    long bytes =
        video.map(EncodedTrack::bytes).orElse(0L)
            + Download.audio(tracks).map(EncodedTrack::bytes).orElse(0L);
    return new Film(
        Addresses.playlist(viewing.slug()),
        Objects.requireNonNullElseGet(
            Words.poster(viewing), () -> new Picture(assets.address("favicon.svg"), 640, 360)),
        viewing.hasPicture() ? Addresses.edition(viewing.editionId(), "storyboard.vtt") : null,
        Addresses.download(viewing.slug()),
        video.map(EncodedTrack::lines).orElse(0),
        bytes);
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
