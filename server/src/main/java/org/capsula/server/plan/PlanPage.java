package org.capsula.server.plan;

import java.io.IOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.catalog.release.RequiredLanguage;
import org.capsula.pipeline.database.Session;
import org.capsula.server.http.Caching;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.plan.Draft.Planned;
import org.capsula.server.plan.Draft.Standing;
import org.capsula.server.release.Decisions;
import org.capsula.server.release.ReleaseForm;
import org.capsula.server.release.ReleaseWords;
import org.capsula.server.release.Titles;
import org.capsula.server.release.Wish;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;
import org.capsula.server.viewer.Text;
import org.jspecify.annotations.Nullable;

/**
 * {@code /schedule/collections/{collection}}: the releases of its capsules, one after the other.
 */
public final class PlanPage {
  private static final int LARGEST_FORM = 32 * 1024;

  private final Decisions decisions;
  private final Pages pages;
  private final ZoneId here;

  /**
   * @param here where this machine is, and who does not tell where they are
   */
  public PlanPage(Decisions decisions, Pages pages, ZoneId here) {
    this.decisions = decisions;
    this.pages = pages;
    this.here = here;
  }

  public Response show(Request request) {
    boolean saved = request.query("said").filter("saved"::equals).isPresent();
    return page(request, null, saved ? "saved" : "");
  }

  /** Says what would come of it; or does it, if that is what was seen. */
  public Response decide(Request request) throws IOException {
    String id = request.variable("collection");
    Map<String, String> form = request.form(LARGEST_FORM);
    Plan plan = PlanForm.plan(form);
    if (!"save".equals(form.get("do"))) {
      return page(request, plan, "");
    }
    ReleaseWords words = ReleaseWords.of(request, here);
    Draft draft = decisions.look(session -> Draft.of(plan, standing(session, id, words)));
    boolean seen = draft.mark().equals(form.get("seen"));
    if (!draft.isClear() || !seen) {
      return page(request, plan, draft.isClear() ? "other" : "").status(422);
    }
    decisions.save(draft.releases(), request.caller().account());
    return Response.seeOther(
        Language.of(request).link("/schedule/collections/" + id + "?said=saved"));
  }

  private Standing standing(Session session, String collection, ReleaseWords words) {
    return new Standing(session, collection, words, decisions.now());
  }

  private Response page(Request request, @Nullable Plan typed, String said) {
    String id = request.variable("collection");
    ReleaseWords words = ReleaseWords.of(request, here);
    PlanView view = decisions.look(session -> view(standing(session, id, words), typed, said));
    Map<String, Object> values = new HashMap<>(Map.of("view", view, "words", words));
    return pages.render(request, "schedule/plan.jte", values).caching(Caching.noStore());
  }

  private PlanView view(Standing standing, @Nullable Plan typed, String said) {
    Session session = standing.session();
    String id = standing.collection();
    ReleaseWords words = standing.words();
    Draft draft = typed == null ? Draft.none(standing) : Draft.of(typed, standing);
    Plan plan = typed == null ? plan(session, draft, words.here()) : typed;
    Wish terms = Objects.requireNonNull(plan.terms());
    List<Track> tracks =
        draft.planned().stream()
            .flatMap(each -> new TrackStore(session).of(each.capsule()).stream())
            .toList();
    PlanView.Teller teller = new PlanView.Teller(session, words, standing.now());
    return new PlanView(
        id,
        title(session, id, words.language()),
        new PlanView.Form(plan, terms, ReleaseForm.languages(tracks, terms), draft.fault()),
        teller.lines(draft.planned()),
        teller.questions(draft.asked()),
        draft.releases().isEmpty() || !draft.isClear() ? null : draft.mark(),
        said);
  }

  private static Text title(Session session, String id, PageLanguage language) {
    Text title = Titles.ofCollections(session, List.of(id), language.tag()).get(id);
    if (title == null) {
      throw new ProblemException(Problem.NOT_FOUND, "There is no collection “" + id + "”.");
    }
    return title;
  }

  /** One a week. What any of them needs already is kept, unless somebody takes it out. */
  private static Plan plan(Session session, Draft draft, ZoneId zone) {
    Map<String, RequiredLanguage> needed = new TreeMap<>();
    for (Planned each : draft.planned()) {
      new ReleaseStore(session)
          .required(each.capsule())
          .forEach(one -> needed.merge(one.language(), one, PlanPage::further));
    }
    Wish terms = Wish.none(zone, List.copyOf(needed.values()));
    return new Plan(null, "P1W", null, false, null, terms);
  }

  private static RequiredLanguage further(RequiredLanguage one, RequiredLanguage other) {
    return one.review().compareTo(other.review()) < 0 ? other : one;
  }
}
