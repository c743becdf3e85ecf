package org.capsula.server.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Place;
import org.capsula.server.catalogue.Shown;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Answers;
import org.capsula.server.http.Caching;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Summary;
import org.capsula.server.language.LanguageChoice;
import org.capsula.subtitles.LanguageTag;
import org.jspecify.annotations.Nullable;

/** {@code /api/capsules}: what may be seen now. */
@Path("/capsules")
@Produces(MediaType.APPLICATION_JSON)
public final class CapsulesResource {
  private static final int USUAL = 24;
  private static final int MOST = 100;

  private final Shown shown;

  public CapsulesResource(Shown shown) {
    this.shown = shown;
  }

  /**
   * One page.
   *
   * @param next the {@code after} of the next page; null on the last
   */
  public record PageJson(List<CapsuleJson> items, @Nullable String next) {}

  /**
   * @param language of subtitles that there must be
   * @param words that title or summary must hold
   */
  @GET
  @Allowed(Access.PUBLIC)
  @Summary("The capsules that may be seen now, newest opening first, a page at a time.")
  @Answers(PageJson.class)
  public Response page(
      @Summary("Of subtitles that there must be; BCP 47.") @QueryParam("language")
          @Nullable String language,
      @Summary("Of the situation, as it is written there.") @QueryParam("theme")
          @Nullable String theme,
      @Summary("Words that title or summary must hold.") @QueryParam("q") @Nullable String words,
      @Summary("Where the page before ended: its next.") @QueryParam("after")
          @Nullable String after,
      @Summary("How many at most; 24 where nothing is said, never more than 100.")
          @QueryParam("limit")
          @Nullable String limit,
      @Context Caller caller,
      @Context HttpHeaders headers) {
    Optional<Place> place = Optional.ofNullable(after).flatMap(Place::of);
    if (after != null && place.isEmpty()) {
      throw new ProblemException(Problem.INVALID, "after: no place of a page before.");
    }
    Filter filter = new Filter(normalised(language), blank(theme), blank(words));
    Shown.Page page = shown.page(filter, place.orElse(null), limit(limit), Shown.eyes(caller));
    String titles = titles(headers);
    Place next = page.next();
    return answer(
        caller,
        new PageJson(
            page.items().stream().map(item -> CapsuleJson.of(item, titles)).toList(),
            next == null ? null : next.word()));
  }

  @GET
  @Allowed(Access.PUBLIC)
  @Path("{id}")
  @Summary("One capsule that may be seen now.")
  @Answers(CapsuleJson.class)
  public Response one(
      @Summary("Its id or its slug.") @PathParam("id") String id,
      @Context Caller caller,
      @Context HttpHeaders headers) {
    return answer(
        caller,
        shown
            .byId(id, Shown.eyes(caller))
            .or(() -> shown.bySlug(id, Shown.eyes(caller)))
            .map(item -> CapsuleJson.of(item, titles(headers)))
            .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
  }

  private static Response answer(Caller caller, Object entity) {
    Caching caching = caller.isSignedIn() ? Caching.noStore() : Caching.revalidate();
    return Response.ok(entity)
        .header("Cache-Control", caching.cacheControl())
        .header("Vary", "Accept-Language")
        .build();
  }

  private static String titles(HttpHeaders headers) {
    return LanguageChoice.of(null, headers.getHeaderString("Accept-Language")).language().tag();
  }

  private static int limit(@Nullable String limit) {
    if (limit == null) {
      return USUAL;
    }
    if (!limit.matches("0*[1-9]\\d*")) {
      throw new ProblemException(Problem.INVALID, "limit: give a whole number from 1.");
    }
    return new BigInteger(limit).min(BigInteger.valueOf(MOST)).intValue();
  }

  /** A language that is none is asked for in vain, not passed over. */
  private static @Nullable String normalised(@Nullable String language) {
    String tag = blank(language);
    return tag == null ? null : LanguageTag.normalise(tag).orElse(tag);
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
