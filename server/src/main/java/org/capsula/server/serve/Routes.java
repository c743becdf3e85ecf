package org.capsula.server.serve;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.account.entry.Reception;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.publication.Downloads;
import org.capsula.pipeline.queue.QueueSettings;
import org.capsula.pipeline.revision.Corrections;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.upload.Twins;
import org.capsula.pipeline.upload.Uploads;
import org.capsula.server.account.Callers;
import org.capsula.server.api.CapsulesResource;
import org.capsula.server.asset.Assets;
import org.capsula.server.catalogue.CapsulePage;
import org.capsula.server.catalogue.CataloguePage;
import org.capsula.server.catalogue.Chapters;
import org.capsula.server.catalogue.EditionTracks;
import org.capsula.server.catalogue.ErrorPages;
import org.capsula.server.catalogue.Shown;
import org.capsula.server.cues.CuesPage;
import org.capsula.server.cues.CuesResource;
import org.capsula.server.http.Access;
import org.capsula.server.http.Route;
import org.capsula.server.http.jetty.Site;
import org.capsula.server.preview.PreviewFiles;
import org.capsula.server.reference.OpenApi;
import org.capsula.server.reference.ReferencePage;
import org.capsula.server.release.ReleaseResource;
import org.capsula.server.stream.AssetFiles;
import org.capsula.server.stream.CapsuleFiles;
import org.capsula.server.stream.EditionFiles;
import org.capsula.server.stream.Playlists;
import org.capsula.server.system.SystemPage;
import org.capsula.server.system.SystemReports;
import org.capsula.server.system.SystemResource;
import org.capsula.server.upload.TusUploads;
import org.capsula.server.upload.UploadPage;
import org.capsula.server.upload.UploadsResource;
import org.capsula.server.viewer.Pages;
import org.glassfish.jersey.server.ResourceConfig;

/** Everything that is served, at one glance. */
public final class Routes {
  private Routes() {}

  /** Where nobody keeps house. */
  public static Site of(Library library, Uploads uploads, Clock clock) {
    return of(library, uploads, clock, Housekeeping.of(library, clock, List.of()));
  }

  public static Site of(Library library, Uploads uploads, Clock clock, Housekeeping housekeeping) {
    Database database = library.database();
    Storage storage = library.storage();
    Assets assets = Assets.load();
    Pages pages = new Pages(assets);
    Shown shown = new Shown(database, clock);
    EditionTracks editions = new EditionTracks(database);
    Chapters chapters = new Chapters(database, storage);
    Playlists playlists = new Playlists(shown, editions);
    Downloads downloads = new Downloads(storage, clock, QueueSettings.DEFAULT.lease());
    ReferencePage reference = new ReferencePage(pages);
    SystemReports system = new SystemReports(library, housekeeping.operations());
    CapsuleFiles files = new CapsuleFiles(shown, database, editions, storage, downloads, clock);
    Reception reception = Reception.of(database, clock);
    List<Route> routes = new ArrayList<>(AccountRoutes.of(reception, pages));
    routes.addAll(
        List.of(
            Route.open("/", new CataloguePage(shown, pages)),
            Route.open(
                "/c/{slug}", new CapsulePage(shown, chapters, database, editions, pages, assets)),
            Route.open("/c/{slug}/multivariant.m3u8", playlists::multivariant),
            Route.open("/c/{slug}/manifest.mpd", playlists::manifest),
            Route.open("/c/{slug}/text/{hash}/{name}", files::text),
            Route.open("/c/{slug}/poster/{name}", files::poster),
            Route.open("/c/{slug}/documents/{hash}", files::document),
            Route.open("/c/{slug}/download.mp4", files::download),
            Route.open("/media/{edition}/{file}", new EditionFiles(database, storage, clock)),
            Route.open("/assets/{hash}/{name}", new AssetFiles(assets)),
            Route.open("/health", new Health(database))));
    routes.addAll(new TusUploads(uploads).routes());
    routes.add(Route.get("/studio/upload", Access.MEDIA, new UploadPage(database, uploads, pages)));
    routes.addAll(
        List.of(
            Route.get(
                "/system", Access.ADMIN, new SystemPage(system, pages, ZoneId.systemDefault())),
            Route.open("/api/openapi.json", new OpenApi()),
            Route.open("/api-reference", reference),
            Route.open("/problems/{code}", reference::problem),
            Route.get("/metrics", Access.ADMIN, housekeeping.metrics())));
    routes.addAll(new PreviewFiles(database, editions, storage).routes());
    routes.add(
        Route.get(
            "/studio/capsules/{capsule}/cues/{track}",
            Access.STUDIO,
            new CuesPage(database, pages)));
    ResourceConfig api =
        new ResourceConfig()
            .register(new CapsulesResource(shown))
            .register(new SystemResource(system))
            .register(new UploadsResource(uploads, new Twins(database)))
            .register(new CuesResource(new Corrections(database, storage, clock)))
            .register(new ReleaseResource(database, clock));
    AccountRoutes.register(reception, api);
    return new Site(
        routes,
        new ErrorPages(pages),
        api,
        new Callers(reception.sessions(), reception.tokens()),
        housekeeping.metrics());
  }
}
