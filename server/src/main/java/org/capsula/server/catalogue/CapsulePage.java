package org.capsula.server.catalogue;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.capsula.server.http.Caching;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.viewer.CapsuleView;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.NoticeView;
import org.capsula.server.viewer.Pages;
import org.capsula.server.viewer.Sharing;
import org.capsula.server.viewer.Text;

/** {@code /c/{slug}}: one capsule, to watch and to read. */
public final class CapsulePage implements Endpoint {
  private final Shown shown;
  private final CapsuleViews views;
  private final Pages pages;

  public CapsulePage(Shown shown, CapsuleViews views, Pages pages) {
    this.shown = shown;
    this.views = views;
    this.pages = pages;
  }

  @Override
  public Response answer(Request request) throws IOException {
    LanguageChoice language = Language.of(request);
    Optional<Shown.Item> item = shown.asked(request);
    if (item.isEmpty()) {
      return shown
          .told(request)
          .map(told -> Language.vary(notice(told, language), language))
          .orElseGet(() -> Response.error(404));
    }
    CapsuleView view = views.of(item.get(), language.language());
    Sharing sharing = views.sharing(item.get(), request.connection());
    return Language.vary(
        Response.html(pages.capsule(language, view, sharing)).caching(item.get().caching()),
        language);
  }

  /** The page in the place of a film that is shut: a refusal, but one that says when. */
  private Response notice(Shown.Told told, LanguageChoice language) {
    Instant when =
        told.isOver() ? Objects.requireNonNull(told.notice().closesAt()) : told.notice().opensAt();
    Text title = Words.in(told.texts().titles(), List.of(language.language().tag(), "en", "fr"));
    NoticeView view =
        new NoticeView(title, when.atZone(ZoneId.of(told.notice().zone())), told.isOver());
    return Response.html(pages.notice(language, view))
        .status(told.isOver() ? 410 : 404)
        .caching(Caching.noStore());
  }
}
