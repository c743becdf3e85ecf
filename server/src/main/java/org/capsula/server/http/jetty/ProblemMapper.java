package org.capsula.server.http.jetty;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.capsula.server.http.MediaType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every exception of a resource, as a problem document. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof WebApplicationException refusal) {
      // Whoever gave it an entity has worded it already.
      Response given = refusal.getResponse();
      return given.hasEntity() ? given : worded(Response.fromResponse(given), given.getStatus());
    }
    LOG.error("a resource of the API failed", failure);
    return worded(Response.serverError(), 500);
  }

  private static Response worded(Response.ResponseBuilder response, int status) {
    return response.type(MediaType.PROBLEM).entity(Problem.of(status).json()).build();
  }
}
