package org.capsula.server.profile;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.entry.Tokens;
import org.capsula.pipeline.account.proof.AccessToken;
import org.capsula.server.account.Refusals;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Answers;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Summary;
import org.jspecify.annotations.Nullable;

/** {@code /api/tokens}: the caller's own, for programs. */
@Path("/tokens")
@Produces(MediaType.APPLICATION_JSON)
public final class TokensResource {
  private final Tokens tokens;

  public TokensResource(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * One token.
   *
   * @param lastUsedAt null before the first time
   * @param token what the program sends; null but in the answer that made it
   */
  public record TokenJson(
      String id, String name, String madeAt, @Nullable String lastUsedAt, @Nullable String token) {

    static TokenJson of(AccessToken each, @Nullable String secret) {
      Instant used = each.lastUsedAt();
      return new TokenJson(
          each.id(),
          each.name(),
          each.madeAt().toString(),
          used == null ? null : used.toString(),
          secret);
    }
  }

  /** All of them. */
  public record TokensJson(List<TokenJson> items) {}

  /** What is wanted. */
  public record Wanted(@Nullable String name) {}

  @GET
  @Allowed(Access.SIGNED_IN)
  @Summary("The caller’s access tokens, without their secrets.")
  public TokensJson all(@Context Caller caller) {
    return new TokensJson(
        tokens.of(caller.account()).stream().map(each -> TokenJson.of(each, null)).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Access.IN_PERSON)
  @Summary("A new access token; this answer alone has its secret.")
  @Answers(value = TokenJson.class, status = 201)
  public Response make(@Context Caller caller, @Nullable Wanted wanted) {
    String name = wanted == null || wanted.name() == null ? "" : wanted.name();
    try {
      Tokens.Made made = tokens.make(caller.account(), name);
      return Response.status(Response.Status.CREATED)
          .entity(TokenJson.of(made.token(), made.secret().text()))
          .build();
    } catch (RefusedException e) {
      throw Refusals.problem(e);
    }
  }

  @DELETE
  @Path("{token}")
  @Allowed(Access.SIGNED_IN)
  @Summary("Withdraws an access token at once.")
  public void withdraw(@Context Caller caller, @PathParam("token") String token) {
    if (!tokens.withdraw(caller.account(), token)) {
      throw new ProblemException(Problem.NOT_FOUND);
    }
  }
}
