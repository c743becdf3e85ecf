package org.capsula.server.plan;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.capsula.server.http.Access;
import org.capsula.server.http.Allowed;
import org.capsula.server.http.Caller;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Summary;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.plan.Draft.Standing;
import org.capsula.server.release.Decisions;
import org.capsula.server.release.Fault;
import org.capsula.server.release.ReleaseJson;
import org.capsula.server.release.ReleaseWords;
import org.jspecify.annotations.Nullable;

/** {@code /api/studio/collections/{id}/releases}: those of its capsules, one after the other. */
@Path("/studio/collections/{id}/releases")
@Produces(MediaType.APPLICATION_JSON)
public final class PlanResource {
  private final Decisions decisions;

  public PlanResource(Decisions decisions) {
    this.decisions = decisions;
  }

  /** All of a collection, in its order; those that were left as they are too. */
  public record ReleasesJson(List<OneJson> items) {}

  /** One capsule's release. */
  public record OneJson(String capsule, ReleaseJson release) {}

  /** All or none, in place of what was decided before. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Access.TRAINER)
  @Summary("Decides when the capsules of a collection are shown, one after the other.")
  public ReleasesJson put(
      @PathParam("id") String id,
      @Nullable Plan plan,
      @Context Caller caller,
      @Context HttpHeaders headers) {
    if (plan == null) {
      throw new ProblemException(Problem.UNREADABLE_REQUEST);
    }
    String asked = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
    ReleaseWords words =
        new ReleaseWords(LanguageChoice.of(null, asked).language(), ZoneOffset.UTC);
    Draft draft = decisions.look(s -> Draft.of(plan, new Standing(s, id, words, decisions.now())));
    if (draft.planned().isEmpty()) {
      throw new ProblemException(Problem.NOT_FOUND, "This collection has no capsules.");
    }
    refuse(draft);
    decisions.save(draft.releases(), caller.account());
    return decisions.look(s -> json(new Standing(s, id, words, decisions.now())));
  }

  private static void refuse(Draft draft) {
    Fault wrong = draft.fault();
    if (wrong != null) {
      throw wrong.refusal();
    }
    for (Draft.Planned each : draft.planned()) {
      Fault unclear = each.fault();
      String time = each.asked();
      if (unclear != null && time != null) {
        throw unclear.refusal(Map.of("capsule", each.capsule(), "time", time));
      }
    }
  }

  private static ReleasesJson json(Standing standing) {
    return new ReleasesJson(
        standing.left().stream().map(each -> new OneJson(each.capsule(), each.now())).toList());
  }
}
