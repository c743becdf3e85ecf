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
import org.capsula.pipeline.catalog.viewing.Lasting;
import org.capsula.pipeline.catalog.viewing.Place;
import org.capsula.server.catalogue.Searching;
import org.capsula.server.catalogue.Shown;
import org.capsula.server.catalogue.Wish;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Answers;
import org.capsula.server.http.Caching;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Summary;
import org.capsula.server.language.LanguageChoice;
import org.jspecify.annotations.Nullable;

/** {@code /api/capsules}: what may be seen now. */
@Path("/capsules")
@Produces(MediaType.APPLICATION_JSON)
public final class CapsulesResource {
  private static final int USUAL = 24;
  private static final int MOST = 100;

  private final Shown shown;
  private final Searching searching;

  public CapsulesResource(Shown shown, Searching searching) {
    this.shown = shown;
    this.searching = searching;
  }

  /**
   * One page.
   *
   * @param next the {@code after} of the next page; null on the last
   * @param total how many a search has found; null where nothing was searched for, where there are
   *     more than 200, and while the index does not hold everything yet
   */
  public record PageJson(List<CapsuleJson> items, @Nullable String next, @Nullable Integer total) {}

  @GET
  @Allowed(Access.PUBLIC)
  @Summary(
      "The capsules that may be seen now, a page at a time: newest opening first, or with q those"
          + " that hold its words, best first.")
  @Answers(PageJson.class)
  public Response page(
      @Summary("Of subtitles that there must be; BCP 47.") @QueryParam("language")
          @Nullable String language,
      @Summary("Of the situation, in one of the languages in which it is written.")
          @QueryParam("theme")
          @Nullable String theme,
      @Summary("Of the situation; ISO 3166.") @QueryParam("country") @Nullable String country,
      @Summary("short is up to 3 minutes, middle up to 8, long is more.") @QueryParam("length")
          @Nullable String length,
      @Summary(
              "Words that must all be said in one language: in title, summary, keywords, situation"
                  + " or subtitles. A phrase stands in quotation marks. Accents and capitals do not"
                  + " count.")
          @QueryParam("q")
          @Nullable String words,
      @Summary("Where the page before ended: its next.") @QueryParam("after")
          @Nullable String after,
      @Summary("How many at most; 24 where nothing is said, never more than 100.")
          @QueryParam("limit")
          @Nullable String limit,
      @Context Caller caller,
      @Context HttpHeaders headers) {
    String lasting = blank(length);
    if (lasting != null && Lasting.ofWord(lasting).isEmpty()) {
      throw new ProblemException(Problem.INVALID, "length: give short, middle or long.");
    }
    Wish wish =
        Wish.of(
            name ->
                Optional.ofNullable(
                    switch (name) {
                      case "q" -> words;
                      case "language" -> language;
                      case "theme" -> theme;
                      case "country" -> country;
                      default -> lasting;
                    }));
    Given given = new Given(searching.by(Shown.eyes(caller)), wish, limit(limit), titles(headers));
    return answer(caller, wish.words() == null ? page(given, after) : found(given, after));
  }

  /**
   * What a page is asked for.
   *
   * @param titles the language in which they are wanted
   */
  private record Given(Searching searching, Wish wish, int limit, String titles) {}

  private static PageJson page(Given given, @Nullable String after) {
    Optional<Place> place = Optional.ofNullable(after).flatMap(Place::of);
    requirePlace(after, place.isPresent());
    Searching searching = given.searching();
    Shown.Page page =
        searching.page(searching.filter(given.wish()), place.orElse(null), given.limit());
    Place next = page.next();
    return new PageJson(
        page.items().stream().map(item -> CapsuleJson.of(item, given.titles())).toList(),
        next == null ? null : next.word(),
        null);
  }

  private static PageJson found(Given given, @Nullable String after) {
    Optional<Integer> from = Optional.ofNullable(after).flatMap(Searching::offset);
    requirePlace(after, from.isPresent());
    Searching.Hits found =
        given.searching().find(given.wish(), from.orElse(0), given.limit(), given.titles());
    return new PageJson(
        found.hits().stream().map(hit -> CapsuleJson.of(hit, given.titles())).toList(),
        found.next() == null ? null : Searching.offset(found.next()),
        found.more() || !given.searching().isWhole() ? null : found.count());
  }

  private static void requirePlace(@Nullable String after, boolean known) {
    if (after != null && !known) {
      throw new ProblemException(Problem.INVALID, "after: no place of a page before.");
    }
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

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
