package org.capsula.server.serve;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.capsula.pipeline.account.Accounts;
import org.capsula.pipeline.account.entry.Reception;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.revision.Corrections;
import org.capsula.pipeline.search.Passages;
import org.capsula.pipeline.storage.Storage;
import org.capsula.pipeline.upload.Twins;
import org.capsula.pipeline.upload.Uploads;
import org.capsula.server.account.Callers;
import org.capsula.server.api.CapsulesResource;
import org.capsula.server.asset.Assets;
import org.capsula.server.catalogue.CataloguePage;
import org.capsula.server.catalogue.EditionTracks;
import org.capsula.server.catalogue.ErrorPages;
import org.capsula.server.catalogue.Searching;
import org.capsula.server.catalogue.Shown;
import org.capsula.server.cues.CuesPage;
import org.capsula.server.cues.CuesResource;
import org.capsula.server.editor.Editor;
import org.capsula.server.http.Access;
import org.capsula.server.http.Route;
import org.capsula.server.http.jetty.Site;
import org.capsula.server.plan.PlanPage;
import org.capsula.server.plan.PlanResource;
import org.capsula.server.preview.GrowingFiles;
import org.capsula.server.preview.PreviewFiles;
import org.capsula.server.reference.OpenApi;
import org.capsula.server.reference.ReferencePage;
import org.capsula.server.release.CalendarFeed;
import org.capsula.server.release.Decisions;
import org.capsula.server.release.PrivateCalendar;
import org.capsula.server.release.ReleasePage;
import org.capsula.server.release.ReleaseResource;
import org.capsula.server.release.ReviewResource;
import org.capsula.server.release.SchedulePage;
import org.capsula.server.studio.Presence;
import org.capsula.server.studio.Studio;
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
  private final Running running;
  private final Database database;
  private final Storage storage;
  private final Clock clock;
  private final Pages pages = new Pages(Assets.load());
  private final Shown shown;
  private final Searching searching;
  private final EditionTracks editions;
  private final Reception reception;
  private final Editor editor;
  private final Studio studio;
  private final SystemReports system;
  private final Decisions decisions;

  private Routes(Running running) {
    this.running = running;
    database = running.library().database();
    storage = running.library().storage();
    clock = running.clock();
    shown = new Shown(database, clock);
    searching = new Searching(shown, running.search(), new Passages(storage));
    editions = new EditionTracks(database);
    reception = Reception.of(database, clock);
    decisions = new Decisions(database, clock, running::releasesChanged);
    system = new SystemReports(running.library(), running.housekeeping().operations());
    editor = new Editor(running.library(), running.queue(), pages, clock);
    studio =
        new Studio(
            database,
            running.queue(),
            clock,
            new Presence(new Accounts(database, clock), reception.sessions()));
  }

  public static Site of(Running running) {
    return new Routes(running).site();
  }

  private Site site() {
    List<Route> routes = new ArrayList<>(AccountRoutes.of(reception, pages));
    routes.addAll(
        new ViewerRoutes(database, storage, clock, pages).all(new CataloguePage(searching, pages)));
    routes.add(Route.open("/health", new Health(database)));
    routes.addAll(studio());
    routes.addAll(operations());
    return new Site(
        routes,
        new ErrorPages(pages),
        api(),
        new Callers(reception.sessions(), reception.tokens()),
        running.housekeeping().metrics(),
        studio::close);
  }

  private List<Route> operations() {
    ReferencePage reference = new ReferencePage(pages);
    return List.of(
        Route.get("/system", Access.ADMIN, new SystemPage(system, pages, ZoneId.systemDefault())),
        Route.get("/metrics", Access.ADMIN, running.housekeeping().metrics()),
        Route.open("/api/openapi.json", new OpenApi()),
        Route.open("/api-reference", reference),
        Route.open("/problems/{code}", reference::problem));
  }

  private List<Route> studio() {
    Uploads uploads = running.uploads();
    List<Route> routes = new ArrayList<>(new TusUploads(uploads).routes());
    routes.add(Route.get("/studio/upload", Access.MEDIA, new UploadPage(database, uploads, pages)));
    routes.addAll(studio.routes(pages));
    routes.add(editor.route());
    routes.add(
        Route.get(
            "/studio/capsules/{capsule}/cues/{track}",
            Access.STUDIO,
            new CuesPage(database, pages)));
    routes.addAll(schedule());
    routes.addAll(new PreviewFiles(database, editions, storage).routes());
    routes.addAll(new GrowingFiles(database, editions, storage).routes());
    return routes;
  }

  private List<Route> schedule() {
    ZoneId here = ZoneId.systemDefault();
    ReleasePage release = new ReleasePage(decisions, pages, here);
    PlanPage plan = new PlanPage(decisions, pages, here);
    CalendarFeed calendar = new CalendarFeed(decisions);
    return List.of(
        Route.open("/calendar/{secret}", new PrivateCalendar(reception.calendars(), calendar)),
        Route.get("/schedule/collections/{collection}", Access.STUDIO, plan::show),
        Route.post("/schedule/collections/{collection}", Access.TRAINER, plan::decide),
        Route.get("/schedule", Access.STUDIO, new SchedulePage(decisions, pages, here)),
        Route.get("/schedule.ics", Access.STUDIO, calendar),
        Route.get("/schedule/{capsule}", Access.STUDIO, release::show),
        Route.post("/schedule/{capsule}", Access.TRAINER, release::decide),
        Route.post("/schedule/{capsule}/reviews", Access.TRAINER, release::review));
  }

  private ResourceConfig api() {
    ResourceConfig api =
        new ResourceConfig()
            .registerInstances(Set.copyOf(editor.resources()))
            .register(new CapsulesResource(shown, searching))
            .register(new SystemResource(system))
            .register(new UploadsResource(running.uploads(), new Twins(database)))
            .register(new CuesResource(new Corrections(database, storage, clock)))
            .register(new ReleaseResource(decisions))
            .register(new PlanResource(decisions))
            .register(new ReviewResource(decisions));
    studio.resources().forEach(api::register);
    AccountRoutes.register(reception, api);
    return api;
  }
}
