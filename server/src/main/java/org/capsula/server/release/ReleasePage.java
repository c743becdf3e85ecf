package org.capsula.server.release;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capsula.pipeline.announcement.AuditStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.catalog.release.Review;
import org.capsula.pipeline.catalog.release.ReviewStore;
import org.capsula.pipeline.database.Session;
import org.capsula.server.http.Caching;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;
import org.capsula.server.viewer.Text;
import org.jspecify.annotations.Nullable;

/** {@code /schedule/{capsule}}: one capsule's release, its reviews and what was decided so far. */
public final class ReleasePage {
  private static final int LARGEST_FORM = 16 * 1024;
  private static final int ENTRIES = 50;

  private final Decisions decisions;
  private final Pages pages;
  private final ZoneId here;

  /**
   * @param here where this machine is, and who does not tell where they are
   */
  public ReleasePage(Decisions decisions, Pages pages, ZoneId here) {
    this.decisions = decisions;
    this.pages = pages;
    this.here = here;
  }

  /** A text track, and how far somebody has looked at it. */
  public record Reviewed(Track track, Review review) {}

  /**
   * @param saved whether it has just been saved
   * @param summary what the form's values would come to, in sentences; null where they cannot
   * @param conflicts what hinders it, and what may be other than was thought
   * @param fault why they cannot; null where nothing is wrong
   * @param languages that may be required
   */
  public record View(
      String id,
      Text title,
      Wish wish,
      ReleaseJson release,
      boolean saved,
      @Nullable String summary,
      List<String> conflicts,
      @Nullable Fault fault,
      List<String> languages,
      List<Reviewed> tracks,
      List<AuditStore.Entry> history) {

    public List<OffsetDateTime> meanings(String field) {
      return fault != null && fault.field().equals(field) ? fault.meanings() : List.of();
    }

    public boolean isWrong(String field) {
      return fault != null && fault.field().equals(field);
    }
  }

  public Response show(Request request) {
    boolean saved = request.query("said").filter("saved"::equals).isPresent();
    return page(request, null, saved);
  }

  /** Says what would come of it, or does it. */
  public Response decide(Request request) throws IOException {
    String id = request.variable("capsule");
    Map<String, String> form = request.form(LARGEST_FORM);
    Wish wish = ReleaseForm.wish(form);
    if (!"save".equals(form.get("do"))) {
      return page(request, wish, false);
    }
    try {
      decisions.save(Wishes.release(id, wish), request.caller().account());
    } catch (Wishes.FaultException e) {
      return page(request, wish, false).status(422);
    }
    return Response.seeOther(Language.of(request).link("/schedule/" + id + "?said=saved"));
  }

  public Response review(Request request) throws IOException {
    String id = request.variable("capsule");
    Map<String, String> form = request.form(LARGEST_FORM);
    Review review =
        Review.ofWord(form.getOrDefault("review", ""))
            .orElseThrow(() -> new ProblemException(Problem.INVALID));
    decisions.review(id, form.getOrDefault("track", ""), review, request.caller().account());
    return Response.seeOther(Language.of(request).link("/schedule/" + id + "?said=saved"));
  }

  private Response page(Request request, @Nullable Wish typed, boolean saved) {
    String id = request.variable("capsule");
    ReleaseWords words = ReleaseWords.of(request, here);
    Asked asked = new Asked(id, typed, saved, words);
    View view = decisions.look(session -> view(session, asked));
    Map<String, Object> values = new HashMap<>(Map.of("view", view, "words", words));
    return pages.render(request, "schedule/release.jte", values).caching(Caching.noStore());
  }

  private View view(Session session, Asked asked) {
    String id = asked.capsule();
    Instant now = decisions.now();
    ReleaseWords words = asked.words();
    ReleaseJson release = new Standings(words.language()).of(session, id, now);
    ReleaseStore store = new ReleaseStore(session);
    Wish kept =
        Optional.ofNullable(release.terms())
            .orElseGet(() -> Wish.none(words.here(), store.required(id)));
    Wish wish = asked.typed() == null ? kept : asked.typed();
    Outcome outcome =
        asked.typed() == null && release.terms() == null
            ? new Outcome(null, List.of(), null)
            : outcome(id, wish, release, new Objections(session, words, now));
    List<Track> tracks = new TrackStore(session).of(id).stream().filter(Track::isShown).toList();
    Map<String, Review> reviews = new ReviewStore(session).byTrack(id);
    return new View(
        id,
        Titles.of(session, id, words.language().tag()),
        wish,
        release,
        asked.saved(),
        outcome.summary(),
        outcome.conflicts(),
        outcome.fault(),
        ReleaseForm.languages(tracks, wish),
        tracks.stream()
            .map(track -> new Reviewed(track, reviews.getOrDefault(track.id(), Review.DRAFT)))
            .toList(),
        new AuditStore(session).of(id, ENTRIES));
  }

  private record Asked(String capsule, @Nullable Wish typed, boolean saved, ReleaseWords words) {}

  private record Outcome(@Nullable String summary, List<String> conflicts, @Nullable Fault fault) {}

  private static Outcome outcome(String id, Wish wish, ReleaseJson before, Objections objections) {
    try {
      Release release = Wishes.release(id, wish);
      return new Outcome(
          objections.words().summary(release), objections.to(release, before.standsOpen()), null);
    } catch (Wishes.FaultException e) {
      return new Outcome(null, List.of(), e.fault());
    }
  }
}
