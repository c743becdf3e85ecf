package org.capsula.server.studio;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.capsula.pipeline.studio.Status;
import org.capsula.pipeline.studio.StudioActions;
import org.capsula.pipeline.studio.StudioItem;
import org.capsula.pipeline.studio.StudioList;
import org.capsula.pipeline.studio.StudioState;
import org.capsula.server.http.Access;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.http.Route;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;

/** What a page without a script sends, each answered by the list with a sentence above it. */
final class StudioForms {
  /** Keys of what may stand above the list. */
  static final Set<String> SENTENCES =
      Set.of("retried", "cancelled", "released", "restored", "already", "not-now");

  private final StudioActions actions;
  private final StudioList list;
  private final Pages pages;
  private final Clock clock;

  StudioForms(StudioActions actions, StudioList list, Pages pages, Clock clock) {
    this.actions = actions;
    this.list = list;
    this.pages = pages;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        form("retry", Access.MEDIA, "retried", request -> actions.retry(id(request)).status()),
        form("cancel", Access.MEDIA, "cancelled", request -> actions.cancel(id(request))),
        form(
            "release-held",
            Access.STUDIO,
            "released",
            request -> actions.releaseHeld(id(request), request.caller().account())),
        form("restore", Access.MEDIA, "restored", request -> actions.restore(id(request))),
        Route.get("/studio/capsules/{capsule}/delete", Access.MEDIA, this::question),
        Route.post("/studio/capsules/{capsule}/delete", Access.MEDIA, this::delete));
  }

  private static String id(Request request) {
    return request.variable("capsule");
  }

  private static Route form(
      String action, Access access, String said, Function<Request, Status> work) {
    return Route.post(
        "/studio/capsules/{capsule}/" + action,
        access,
        request ->
            switch (work.apply(request)) {
              case DONE -> list(request, "said=" + said);
              case ALREADY -> list(request, "said=already");
              case NOT_NOW -> list(request, "said=not-now");
              case UNKNOWN -> Response.error(404);
            });
  }

  private static Response list(Request request, String query) {
    return Response.seeOther(Language.of(request).link("/studio?" + query));
  }

  /** For those whose browser shows no dialog. */
  private Response question(Request request) {
    Optional<StudioItem> item =
        list.find(id(request)).filter(found -> found.state() != StudioState.DELETED);
    if (item.isEmpty()) {
      return Response.error(404);
    }
    StudioRows rows =
        new StudioRows(new StudioWords(Language.of(request).language()), clock.instant());
    return pages.render(request, "studio/delete.jte", Map.of("row", rows.of(item.get())));
  }

  private Response delete(Request request) {
    return actions.delete(id(request)) == Status.UNKNOWN
        ? Response.error(404)
        : list(request, "deleted=" + id(request));
  }
}
