package org.capsula.server.cues;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.catalog.editorial.EditStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.json.Json;
import org.capsula.server.cues.CuesView.FilmView;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.preview.Previews;
import org.capsula.server.viewer.Pages;
import org.capsula.server.viewer.PlayerWords;
import org.jspecify.annotations.Nullable;

/** {@code /studio/capsules/{id}/cues/{track}}: the cues of one track beside the picture. */
public final class CuesPage implements Endpoint {
  /** Words that the script needs, without {@code cues.script.} before them. */
  static final List<String> SCRIPT_WORDS =
      List.of(
          "empty",
          "selected",
          "none",
          "position",
          "time.invalid",
          "time.reversed",
          "start.set",
          "end.set",
          "inserted",
          "removed",
          "split",
          "split.none",
          "merged",
          "merged.none",
          "undone",
          "undone.none",
          "redone",
          "redone.none",
          "fixed",
          "findings",
          "findings.most",
          "findings.none",
          "finding.at",
          "saved",
          "saving",
          "unsaved",
          "unchanged",
          "failed",
          "signed-out",
          "refused.forbidden",
          "refused.gone",
          "refused.invalid",
          "refused.too-large",
          "draft",
          "draft.old",
          "conflict",
          "kept",
          "theirs",
          "loading",
          "broken",
          "revision",
          "revision.file",
          "revision.shown",
          "restore",
          "restored",
          "severity.error",
          "severity.warning",
          "severity.note",
          "speed");

  private final Database database;
  private final Pages pages;

  public CuesPage(Database database, Pages pages) {
    this.database = database;
    this.pages = pages;
  }

  /** What is known of a track and of the film it belongs to. */
  private record Found(Track track, Capsule capsule, CapsuleTexts texts, @Nullable FilmView film) {}

  @Override
  public Response answer(Request request) {
    Optional<Found> found =
        database.look(
            session -> find(session, request.variable("capsule"), request.variable("track")));
    if (found.isEmpty()) {
      return Response.error(404);
    }
    PageLanguage language =
        LanguageChoice.of(
                request.query("lang").orElse(null), request.header("Accept-Language").orElse(null))
            .language();
    return pages.render(request, "cues/page.jte", Map.of("cues", view(found.get(), language)));
  }

  private static Optional<Found> find(Session session, String capsuleId, String trackId) {
    Optional<Capsule> capsule =
        new CapsuleStore(session)
            .byId(capsuleId)
            .filter(known -> new EditStore(session).version(capsuleId).isPresent());
    Optional<Track> track =
        new TrackStore(session).byId(trackId).filter(known -> known.capsuleId().equals(capsuleId));
    if (capsule.isEmpty() || track.isEmpty()) {
      return Optional.empty();
    }
    CapsuleTexts texts =
        new CapsuleTextStore(session)
            .heads(List.of(capsuleId))
            .getOrDefault(capsuleId, CapsuleTexts.NONE);
    return Optional.of(
        new Found(track.get(), capsule.get(), texts, film(session, capsule.get()).orElse(null)));
  }

  private static Optional<FilmView> film(Session session, Capsule capsule) {
    return Optional.ofNullable(capsule.editionId())
        .flatMap(edition -> new EditionStore(session).find(edition))
        .map(
            edition ->
                new FilmView(
                    Previews.bare(capsule.id()),
                    Previews.poster(session, capsule),
                    Objects.requireNonNullElse(edition.width(), 640),
                    Objects.requireNonNullElse(edition.height(), 360)));
  }

  private static CuesView view(Found found, PageLanguage language) {
    List<String> preferred = new ArrayList<>(List.of(language.tag()));
    Optional.ofNullable(found.capsule().language()).ifPresent(preferred::add);
    preferred.addAll(List.of("en", "fr", Texts.UNKNOWN_LANGUAGE));
    Optional<org.capsula.pipeline.catalog.Text> title = found.texts().titles().in(preferred);
    return new CuesView(
        found.capsule().id(),
        title.map(text -> text.value()).orElse(found.capsule().footageName()),
        title
            .map(text -> text.language())
            .filter(tag -> !tag.equals(Texts.UNKNOWN_LANGUAGE))
            .orElse(null),
        found.track().id(),
        found.track().language(),
        found.track().role(),
        found.film(),
        words(Messages.of(language)),
        PlayerWords.json(language));
  }

  /** A word that ends the element cannot stand in it. */
  private static String words(Messages messages) {
    Map<String, String> words = new LinkedHashMap<>();
    SCRIPT_WORDS.forEach(
        key -> words.put(key, messages.text("cues.script." + key, "{0}", "{1}", "{2}", "{3}")));
    return Json.compact(words).replace("<", "\\u003c");
  }
}
