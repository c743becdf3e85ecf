package org.capsula.server.studio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capsula.pipeline.studio.Show;
import org.capsula.pipeline.studio.StudioFilter;
import org.capsula.pipeline.studio.StudioList;
import org.capsula.pipeline.studio.StudioPlace;
import org.capsula.pipeline.studio.StudioState;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.viewer.Language;
import org.capsula.server.viewer.Pages;
import org.jspecify.annotations.Nullable;

/** {@code /studio}: all capsules, newest first. */
final class StudioPage implements Endpoint {
  private static final int ROWS = 25;
  private static final int LONGEST_WORDS = 200;

  private final StudioList list;
  private final Pages pages;
  private final Clock clock;

  StudioPage(StudioList list, Pages pages, Clock clock) {
    this.list = list;
    this.pages = pages;
    this.clock = clock;
  }

  /** What the address asks for. */
  private record Asked(Show show, String words, @Nullable StudioPlace after) {
    static Optional<Asked> of(Request request) {
      Optional<Show> show = Show.ofWord(request.query("show").orElse("all"));
      Optional<String> place = request.query("after");
      Optional<StudioPlace> after = place.flatMap(StudioPlace::of);
      String words = request.query("q").orElse("").strip();
      boolean readable = show.isPresent() && place.isPresent() == after.isPresent();
      return readable
          ? Optional.of(
              new Asked(
                  show.get(),
                  words.substring(0, Math.min(LONGEST_WORDS, words.length())),
                  after.orElse(null)))
          : Optional.empty();
    }

    StudioFilter filter() {
      return new StudioFilter(show, words.isEmpty() ? null : words);
    }

    /** As it stands in an address, each part with an ampersand behind it. */
    String kept() {
      return (show == Show.ALL ? "" : "show=" + show.word() + "&")
          + (words.isEmpty() ? "" : "q=" + encoded(words) + "&");
    }
  }

  @Override
  public Response answer(Request request) {
    return Asked.of(request)
        .map(asked -> page(request, asked))
        .orElseGet(() -> Response.error(404));
  }

  private Response page(Request request, Asked asked) {
    StudioRows rows =
        new StudioRows(new StudioWords(Language.of(request).language()), clock.instant());
    // Before the rows: what changes between the two is shown once more, not missed.
    String revision = list.pulse().revision();
    StudioList.Page page = list.page(asked.filter(), asked.after(), ROWS);
    StudioPlace next = page.next();
    StudioView view =
        new StudioView(
            page.items().stream().map(rows::of).toList(),
            asked.show(),
            asked.words(),
            next == null ? null : "/studio?" + asked.kept() + "after=" + encoded(next.word()),
            asked.after() == null,
            revision,
            request.query("said").filter(StudioForms.SENTENCES::contains).orElse(null),
            undo(request, rows).orElse(null));
    String kept =
        asked.kept()
            + (asked.after() == null ? "" : "after=" + encoded(asked.after().word()) + "&");
    return pages.render(
        request, kept, "studio/capsules.jte", Map.of("view", view, "shows", shows()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<Show> shows() {
    return Arrays.asList(Show.values());
  }

  private Optional<StudioRow> undo(Request request, StudioRows rows) {
    return request
        .query("deleted")
        .flatMap(list::find)
        .filter(item -> item.state() == StudioState.DELETED)
        .map(rows::of);
  }
}
