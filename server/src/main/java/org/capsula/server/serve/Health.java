package org.capsula.server.serve;

import java.util.List;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;

/**
 * {@code /health}: for whoever watches the machine. It asks the database, so it can fail. Everybody
 * may ask, so it tells nothing of the disk: how much fills it up is nobody else's business.
 */
final class Health implements Endpoint {
  private final Database database;

  Health(Database database) {
    this.database = database;
  }

  @Override
  public Response answer(Request request) {
    List<Production> underWay = database.look(session -> new ProductionStore(session).underWay());
    long running = underWay.stream().filter(p -> p.state() == State.RUNNING).count();
    return Response.json(Json.compact(new Answer("ok", running, underWay.size() - running)));
  }

  /**
   * @param running productions
   * @param queued productions
   */
  record Answer(String status, long running, long queued) {}
}
