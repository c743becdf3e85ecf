package org.capsula.server.profile;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.capsula.pipeline.account.entry.Sessions;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Summary;

/** {@code /api/session}: who asks, and where they are signed in. */
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {
  private final Sessions sessions;

  public SessionResource(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Who asks.
   *
   * @param role {@code viewer}, {@code media}, {@code trainer} or {@code admin}
   * @param proof {@code session} or {@code token}
   */
  public record CallerJson(String account, String shownName, String role, String proof) {}

  /**
   * A browser.
   *
   * @param own the one that asks
   */
  public record SessionJson(
      String id,
      String device,
      String startedAt,
      String lastUsedAt,
      String expiresAt,
      boolean own) {}

  /** All of them. */
  public record SessionsJson(List<SessionJson> items) {}

  @GET
  @Allowed(Access.SIGNED_IN)
  @Summary("Who asks.")
  public CallerJson caller(@Context Caller caller) {
    return new CallerJson(
        caller.account(),
        String.valueOf(caller.name()),
        Objects.requireNonNull(caller.role()).word(),
        caller.proof().name().toLowerCase(Locale.ROOT));
  }

  @GET
  @Path("all")
  @Allowed(Access.SIGNED_IN)
  @Summary("In which browsers the caller is signed in.")
  public SessionsJson all(@Context Caller caller) {
    return new SessionsJson(
        sessions.of(caller.account()).stream()
            .map(
                each ->
                    new SessionJson(
                        each.id(),
                        each.device(),
                        time(each.startedAt()),
                        time(each.lastUsedAt()),
                        time(each.expiresAt()),
                        each.id().equals(caller.sessionId())))
            .toList());
  }

  private static String time(Instant instant) {
    return instant.toString();
  }

  @DELETE
  @Path("{session}")
  @Allowed(Access.SIGNED_IN)
  @Summary("Signs one of the caller’s browsers out.")
  public void end(@Context Caller caller, @PathParam("session") String session) {
    if (!sessions.end(caller.account(), session)) {
      throw new ProblemException(Problem.NOT_FOUND);
    }
  }
}
