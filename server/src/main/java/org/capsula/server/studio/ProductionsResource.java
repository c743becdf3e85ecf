package org.capsula.server.studio;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.capsula.pipeline.studio.StudioList;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Answers;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Summary;

/** {@code /api/studio/productions}: how one production is getting on. */
@Path("/studio/productions")
@Produces(MediaType.APPLICATION_JSON)
public final class ProductionsResource {
  private final StudioList list;

  public ProductionsResource(StudioList list) {
    this.list = list;
  }

  @GET
  @Path("{production}")
  @Allowed(Access.STUDIO)
  @Summary("One production, with its place in the queue or its time left.")
  @Answers(ProductionJson.class)
  public Object one(@PathParam("production") String production, @Context HttpHeaders headers) {
    StudioList.Work work =
        list.production(production).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    return ProductionJson.of(
        work.production(), work.outlook(), StudioCapsulesResource.words(headers));
  }
}
