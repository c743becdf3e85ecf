package org.capsula.server.serve;

import java.io.IOException;
import java.util.List;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.storage.Storage;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;

/** {@code /health}: for whoever watches the machine. It asks the database, so it can fail. */
final class Health implements Endpoint {
  private final Database database;
  private final Storage storage;

  Health(Database database, Storage storage) {
    this.database = database;
    this.storage = storage;
  }

  @Override
  public Response answer(Request request) throws IOException {
    List<Production> underWay = database.look(session -> new ProductionStore(session).underWay());
    long running = underWay.stream().filter(p -> p.state() == State.RUNNING).count();
    return Response.json(
        Json.compact(new Answer("ok", running, underWay.size() - running, storage.freeBytes())));
  }

  /**
   * @param running productions
   * @param queued productions
   * @param freeBytes of the library's disk
   */
  record Answer(String status, long running, long queued, long freeBytes) {}
}
