package org.capsula.server.http.jetty;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.capsula.pipeline.json.Json;
import org.capsula.server.http.MediaType;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every exception of a resource, as a problem document. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof ProblemException refusal) {
      return worded(Response.status(refusal.problem().status()), ProblemDocument.of(refusal));
    }
    if (failure instanceof WebApplicationException refusal) {
      // Whoever gave it an entity has worded it already.
      Response given = refusal.getResponse();
      return given.hasEntity()
          ? given
          : worded(Response.fromResponse(given), ProblemDocument.of(Problem.of(given.getStatus())));
    }
    if (Json.isUnreadable(failure) || Senders.brokeOff(failure)) {
      Problem unreadable = Problem.UNREADABLE_REQUEST;
      return worded(Response.status(unreadable.status()), ProblemDocument.of(unreadable));
    }
    LOG.error("a resource of the API failed", failure);
    return worded(Response.serverError(), ProblemDocument.of(Problem.OUR_FAULT));
  }

  private static Response worded(Response.ResponseBuilder response, String document) {
    return response.type(MediaType.PROBLEM).entity(document).build();
  }
}
