package org.capsula.server.release;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.capsula.pipeline.catalog.release.Review;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Summary;
import org.jspecify.annotations.Nullable;

/** {@code /api/studio/capsules/{id}/tracks/{track}/review}: whether subtitles may be shown. */
@Path("/studio/capsules/{id}/tracks/{track}/review")
@Produces(MediaType.APPLICATION_JSON)
public final class ReviewResource {
  private final Decisions decisions;

  public ReviewResource(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * How far somebody has looked.
   *
   * @param review draft, reviewed or approved
   */
  public record ReviewJson(@Nullable String review) {}

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Access.TRAINER)
  @Summary("Says how far somebody has looked at subtitles; another file is a draft again.")
  public ReviewJson put(
      @PathParam("id") String id,
      @PathParam("track") String track,
      @Nullable ReviewJson wanted,
      @Context Caller caller) {
    String word = wanted == null ? null : wanted.review();
    Review review =
        Review.ofWord(word == null ? "" : word)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.INVALID, "review: give one of draft, reviewed, approved."));
    decisions.review(id, track, review, caller.account());
    return new ReviewJson(review.word());
  }
}
