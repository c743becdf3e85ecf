package org.capsula.server.studio;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.capsula.pipeline.studio.Show;
import org.capsula.pipeline.studio.Status;
import org.capsula.pipeline.studio.StudioActions;
import org.capsula.pipeline.studio.StudioFilter;
import org.capsula.pipeline.studio.StudioList;
import org.capsula.pipeline.studio.StudioPlace;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Answers;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Summary;
import org.capsula.server.language.LanguageChoice;
import org.jspecify.annotations.Nullable;

/** {@code /api/studio/capsules}: all of them, and what can be done to their productions. */
@Path("/studio/capsules")
@Produces(MediaType.APPLICATION_JSON)
public final class StudioCapsulesResource {
  private static final int USUAL = 25;
  private static final int MOST = 100;

  private final StudioList list;
  private final StudioActions actions;

  public StudioCapsulesResource(StudioList list, StudioActions actions) {
    this.list = list;
    this.actions = actions;
  }

  /**
   * @param changed whether this has changed anything; not where it was so already
   * @param production the one that will make the capsule; null where none was queued
   */
  public record Done(boolean changed, @Nullable String production) {}

  /**
   * @param show all, working, failed, held, draft, waiting, open, closed, deleted
   * @param words that title or summary must hold
   */
  @GET
  @Allowed(Access.STUDIO)
  @Summary("All capsules, whatever the public may see of them, a page at a time.")
  @Answers(StudioCapsuleJson.PageJson.class)
  public Object page(
      @QueryParam("show") @Nullable String show,
      @QueryParam("q") @Nullable String words,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit,
      @Context HttpHeaders headers) {
    StudioFilter filter =
        new StudioFilter(
            Show.ofWord(show == null ? "all" : show).orElseThrow(() -> invalid("show")),
            words == null || words.isBlank() ? null : words.strip());
    StudioPlace place =
        after == null ? null : StudioPlace.of(after).orElseThrow(() -> invalid("after"));
    StudioList.Page page = list.page(filter, place, limit(limit));
    StudioPlace next = page.next();
    StudioWords language = words(headers);
    return new StudioCapsuleJson.PageJson(
        page.items().stream().map(item -> StudioCapsuleJson.of(item, language)).toList(),
        next == null ? null : next.word());
  }

  /** Queues another production where the newest failed or was cancelled. */
  @POST
  @Path("{id}/retry")
  @Allowed(Access.MEDIA)
  public Done retry(@PathParam("id") String capsule) {
    StudioActions.Retried retried = actions.retry(capsule);
    return new Done(
        changed(retried.status(), "Its newest production is done; there is nothing to try again."),
        retried.productionId());
  }

  /** Stops what is queued or running. */
  @POST
  @Path("{id}/cancel")
  @Allowed(Access.MEDIA)
  public Done cancel(@PathParam("id") String capsule) {
    return done(actions.cancel(capsule), "Nothing is queued or running for it.");
  }

  /** Lets a damaged film be shown. */
  @POST
  @Path("{id}/release-held")
  @Allowed(Access.STUDIO)
  public Done release(@PathParam("id") String capsule, @Context Caller caller) {
    return done(
        actions.releaseHeld(capsule, caller.account()), "There is no film of it to be shown yet.");
  }

  /** May be taken back for thirty days. */
  @DELETE
  @Path("{id}")
  @Allowed(Access.MEDIA)
  @Summary("Deletes a capsule; for thirty days it can be taken back.")
  public Done delete(@PathParam("id") String capsule) {
    return done(actions.delete(capsule), "It cannot be deleted now.");
  }

  /** Takes a deletion back. */
  @POST
  @Path("{id}/restore")
  @Allowed(Access.MEDIA)
  public Done restore(@PathParam("id") String capsule) {
    return done(actions.restore(capsule), "It cannot be taken back now.");
  }

  private static Done done(Status status, String notNow) {
    return new Done(changed(status, notNow), null);
  }

  private static boolean changed(Status status, String notNow) {
    return switch (status) {
      case DONE -> true;
      case ALREADY -> false;
      case NOT_NOW -> throw new ProblemException(Problem.CONFLICT, notNow);
      case UNKNOWN -> throw new ProblemException(Problem.NOT_FOUND);
    };
  }

  private static int limit(@Nullable String limit) {
    if (limit == null) {
      return USUAL;
    }
    return Optional.of(limit)
        .filter(text -> text.matches("[1-9]\\d{0,8}"))
        .map(text -> Math.min(MOST, Integer.parseInt(text)))
        .orElseThrow(() -> invalid("limit"));
  }

  private static ProblemException invalid(String parameter) {
    return new ProblemException(Problem.INVALID, "“" + parameter + "” cannot be read.");
  }

  static StudioWords words(HttpHeaders headers) {
    return new StudioWords(
        LanguageChoice.of(null, headers.getHeaderString("Accept-Language")).language());
  }
}
