package org.capsula.server.release;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.catalog.release.ReleaseStore.Hours;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Summary;
import org.jspecify.annotations.Nullable;

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

  /**
   * Whether what is made of it is shown.
   *
   * @param state draft, scheduled, open or closed
   * @param opens in UTC; null for a draft
   * @param closes in UTC; null where it does not
   */
  public record ReleaseJson(String state, @Nullable String opens, @Nullable String closes) {
    static ReleaseJson of(Optional<Hours> found, Instant now) {
      if (found.isEmpty()) {
        return new ReleaseJson("draft", null, null);
      }
      Instant opens = found.get().opensAt();
      Instant closes = found.get().closesAt();
      boolean over = closes != null && !closes.isAfter(now);
      String state = over ? "closed" : opens.isAfter(now) ? "scheduled" : "open";
      return new ReleaseJson(state, opens.toString(), closes == null ? null : closes.toString());
    }
  }

  @GET
  @Allowed(Access.STUDIO)
  @Summary("Whether what is made of a capsule is shown, and when.")
  public ReleaseJson get(@PathParam("id") String id) {
    Instant now = clock.instant();
    return database.look(session -> told(session, id, now));
  }

  /** To everybody, from now on. What is not finished yet is seen when it is. */
  @POST
  @Path("open")
  @Allowed(Access.TRAINER)
  @Summary(
      "Opens a capsule to everybody, from now on; what is not finished yet is seen when it is.")
  public ReleaseJson open(@PathParam("id") String id) {
    Instant now = clock.instant();
    return database.inTransaction(
        session -> {
          requireCapsule(session, id);
          new ReleaseStore(session).open(id, now);
          return told(session, id, now);
        });
  }

  /** From now on; what was to open later will not. */
  @POST
  @Path("close")
  @Allowed(Access.TRAINER)
  @Summary("Closes a capsule from now on; what was to open later will not.")
  public ReleaseJson close(@PathParam("id") String id) {
    Instant now = clock.instant();
    return database.inTransaction(
        session -> {
          requireCapsule(session, id);
          new ReleaseStore(session).close(id, now);
          return told(session, id, now);
        });
  }

  private static ReleaseJson told(Session session, String id, Instant now) {
    requireCapsule(session, id);
    return ReleaseJson.of(new ReleaseStore(session).hours(id), now);
  }

  private static void requireCapsule(Session session, String id) {
    if (new CapsuleStore(session).byId(id).isEmpty()) {
      throw new ProblemException(Problem.NOT_FOUND, "There is no capsule “" + id + "”.");
    }
  }
}
