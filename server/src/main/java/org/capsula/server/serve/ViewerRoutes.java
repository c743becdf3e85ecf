package org.capsula.server.serve;

import java.time.Clock;
import java.util.List;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.publication.Downloads;
import org.capsula.pipeline.queue.QueueSettings;
import org.capsula.pipeline.storage.Storage;
import org.capsula.server.asset.Assets;
import org.capsula.server.catalogue.CapsulePage;
import org.capsula.server.catalogue.CapsuleViews;
import org.capsula.server.catalogue.Chapters;
import org.capsula.server.catalogue.EditionTracks;
import org.capsula.server.catalogue.Shown;
import org.capsula.server.embed.EmbedPage;
import org.capsula.server.embed.OEmbed;
import org.capsula.server.feed.Feed;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Route;
import org.capsula.server.stream.AssetFiles;
import org.capsula.server.stream.CapsuleFiles;
import org.capsula.server.stream.EditionFiles;
import org.capsula.server.stream.Playlists;
import org.capsula.server.viewer.Pages;

/** What everybody may see: the same for the server and for the export. */
public final class ViewerRoutes {
  private final Database database;
  private final Storage storage;
  private final Clock clock;
  private final Pages pages;

  public ViewerRoutes(Database database, Storage storage, Clock clock, Pages pages) {
    this.database = database;
    this.storage = storage;
    this.clock = clock;
    this.pages = pages;
  }

  /**
   * @param catalogue what is found at the root
   */
  public List<Route> all(Endpoint catalogue) {
    Shown shown = new Shown(database, clock);
    EditionTracks editions = new EditionTracks(database);
    Assets assets = pages.assets();
    Chapters chapters = new Chapters(database, storage);
    CapsuleViews views = new CapsuleViews(shown, chapters, database, editions, assets);
    Playlists playlists = new Playlists(shown, editions);
    Downloads downloads = new Downloads(storage, clock, QueueSettings.DEFAULT.lease());
    CapsuleFiles files = new CapsuleFiles(shown, database, editions, storage, downloads, clock);
    return List.of(
        Route.open("/", catalogue),
        Route.open("/c/{slug}", new CapsulePage(shown, views, pages)),
        Route.open("/embed/{slug}", new EmbedPage(shown, views, pages)),
        Route.open("/oembed", new OEmbed(shown, views)),
        Route.open("/feed.xml", new Feed(shown, views)),
        Route.open("/c/{slug}/multivariant.m3u8", playlists::multivariant),
        Route.open("/c/{slug}/manifest.mpd", playlists::manifest),
        Route.open("/c/{slug}/text/{hash}/{name}", files::text),
        Route.open("/c/{slug}/poster/{name}", files::poster),
        Route.open("/c/{slug}/documents/{hash}", files::document),
        Route.open("/c/{slug}/download.mp4", files::download),
        Route.open("/media/{edition}/{file}", new EditionFiles(database, storage, clock)),
        Route.open("/assets/{hash}/{name}", new AssetFiles(assets)));
  }
}
