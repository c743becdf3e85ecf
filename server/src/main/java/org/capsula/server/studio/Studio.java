package org.capsula.server.studio;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.queue.ProductionQueue;
import org.capsula.pipeline.studio.StudioActions;
import org.capsula.pipeline.studio.StudioList;
import org.capsula.server.http.Access;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Route;
import org.capsula.server.viewer.Pages;

/** The studio's list, put together. */
public final class Studio implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final StudioList list;
  private final StudioActions actions;
  private final Streams streams;
  private final Clock clock;

  /**
   * @param stillIn whether a caller's session has not ended, and its role still lets it listen
   */
  public Studio(Database database, ProductionQueue queue, Clock clock, Predicate<Caller> stillIn) {
    this.clock = clock;
    list = new StudioList(database, queue.atOnce(), clock);
    actions = new StudioActions(database, queue, clock);
    streams = new Streams(new Board(list::pulse, LOOK), Streams.Settings.DEFAULT, stillIn);
  }

  public List<Route> routes(Pages pages) {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.get("/studio", Access.STUDIO, new StudioPage(list, pages, clock)));
    routes.addAll(new StudioForms(actions, list, pages, clock).routes());
    return routes;
  }

  /** For the API. */
  public List<Object> resources() {
    return List.of(
        new StudioCapsulesResource(list, actions),
        new ProductionsResource(list),
        new EventsResource(streams));
  }

  /** Ends the streams of events, which would keep the server from stopping. */
  @Override
  public void close() {
    streams.close();
  }
}
