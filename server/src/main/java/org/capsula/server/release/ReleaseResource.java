package org.capsula.server.release;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Summary;
import org.capsula.server.language.LanguageChoice;
import org.jspecify.annotations.Nullable;

/** {@code /api/studio/capsules/{id}/release}: when a capsule is shown, to whom, on what terms. */
@Path("/studio/capsules/{id}/release")
@Produces(MediaType.APPLICATION_JSON)
public final class ReleaseResource {
  private final Decisions decisions;

  public ReleaseResource(Decisions decisions) {
    this.decisions = decisions;
  }

  @GET
  @Allowed(Access.STUDIO)
  @Summary("Whether what is made of a capsule is shown, to whom and when, and what hinders it.")
  public ReleaseJson get(@PathParam("id") String id, @Context HttpHeaders headers) {
    Standings standings =
        new Standings(
            LanguageChoice.of(null, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .language());
    return decisions.look(session -> standings.of(session, id, decisions.now()));
  }

  /** In place of what was decided before. A local time that may mean two is asked back. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Access.TRAINER)
  @Summary("Decides when a capsule is shown, to whom, and which subtitles it needs first.")
  public ReleaseJson put(
      @PathParam("id") String id,
      @Nullable Wish wish,
      @Context Caller caller,
      @Context HttpHeaders headers) {
    if (wish == null) {
      throw new ProblemException(Problem.UNREADABLE_REQUEST);
    }
    try {
      decisions.save(Wishes.release(id, wish), caller.account());
    } catch (Wishes.FaultException e) {
      throw e.fault().refusal();
    }
    return get(id, headers);
  }

  /** To everybody, from now on. What is not finished yet is seen when it is. */
  @POST
  @Path("open")
  @Allowed(Access.TRAINER)
  @Summary(
      "Opens a capsule to everybody, from now on; what is not finished yet is seen when it is.")
  public ReleaseJson open(
      @PathParam("id") String id, @Context Caller caller, @Context HttpHeaders headers) {
    decisions.open(id, caller.account());
    return get(id, headers);
  }

  /** From now on; what was to open later will not. */
  @POST
  @Path("close")
  @Allowed(Access.TRAINER)
  @Summary("Closes a capsule from now on; what was to open later will not.")
  public ReleaseJson close(
      @PathParam("id") String id, @Context Caller caller, @Context HttpHeaders headers) {
    decisions.close(id, caller.account());
    return get(id, headers);
  }
}
