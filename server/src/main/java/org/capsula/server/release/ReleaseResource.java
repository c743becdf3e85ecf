package org.capsula.server.release;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.database.Database;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Summary;
import org.capsula.server.language.LanguageChoice;

/** {@code /api/studio/capsules/{id}/release}: opening a capsule to everybody, and closing it. */
@Path("/studio/capsules/{id}/release")
@Produces(MediaType.APPLICATION_JSON)
public final class ReleaseResource {
  private final Database database;
  private final Clock clock;

  public ReleaseResource(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @GET
  @Allowed(Access.STUDIO)
  @Summary("Whether what is made of a capsule is shown, to whom and when, and what hinders it.")
  public ReleaseJson get(@PathParam("id") String id, @Context HttpHeaders headers) {
    Instant now = clock.instant();
    Standings standings = standings(headers);
    return database.look(session -> standings.of(session, id, now));
  }

  /** To everybody, from now on. What is not finished yet is seen when it is. */
  @POST
  @Path("open")
  @Allowed(Access.TRAINER)
  @Summary(
      "Opens a capsule to everybody, from now on; what is not finished yet is seen when it is.")
  public ReleaseJson open(@PathParam("id") String id, @Context HttpHeaders headers) {
    return decide(id, headers, ReleaseStore::open);
  }

  /** From now on; what was to open later will not. */
  @POST
  @Path("close")
  @Allowed(Access.TRAINER)
  @Summary("Closes a capsule from now on; what was to open later will not.")
  public ReleaseJson close(@PathParam("id") String id, @Context HttpHeaders headers) {
    return decide(id, headers, ReleaseStore::close);
  }

  private interface Decision {
    void make(ReleaseStore releases, String capsuleId, Instant now);
  }

  private ReleaseJson decide(String id, HttpHeaders headers, Decision decision) {
    Instant now = clock.instant();
    Standings standings = standings(headers);
    return database.inTransaction(
        session -> {
          ReleaseStore releases = new ReleaseStore(session);
          Standings.require(releases, id);
          decision.make(releases, id, now);
          return standings.of(session, id, now);
        });
  }

  private static Standings standings(HttpHeaders headers) {
    String wish = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
    return new Standings(LanguageChoice.of(null, wish).language());
  }
}
