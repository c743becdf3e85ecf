package org.capsula.server.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.Text;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.json.Json;
import org.capsula.server.editor.EditorView.FilmView;
import org.capsula.server.editor.EditorView.Group;
import org.capsula.server.editor.EditorView.Language;
import org.capsula.server.http.Access;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.FindingWords;
import org.capsula.server.language.Formats;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.preview.Previews;
import org.capsula.server.viewer.Pages;
import org.capsula.server.viewer.PlayerWords;
import org.capsula.subtitles.LanguageTag;
import org.jspecify.annotations.Nullable;

/** {@code /studio/capsules/{id}}: a capsule to be edited. */
final class EditorPage implements Endpoint {
  private static final List<String> COUNTRIES = List.of("BE", "FR", "GR", "LU", "RO");

  /** Beside the pages' own: what is spoken where these schools are. */
  private static final List<String> NEIGHBOURS = List.of("nl", "pt", "it", "es", "ar", "uk", "tr");

  private final Database database;
  private final EditorStates states;
  private final Pages pages;

  EditorPage(Database database, EditorStates states, Pages pages) {
    this.database = database;
    this.states = states;
    this.pages = pages;
  }

  @Override
  public Response answer(Request request) {
    PageLanguage language =
        LanguageChoice.of(
                request.query("lang").orElse(null), request.header("Accept-Language").orElse(null))
            .language();
    Optional<EditorState> state = states.of(request.variable("id"), FindingWords.of(language));
    if (state.isEmpty()) {
      return Response.error(404);
    }
    return pages.render(
        request,
        "editor/capsule.jte",
        Map.of("editor", view(state.get(), language, request.caller().may(Access.MEDIA))));
  }

  private EditorView view(EditorState state, PageLanguage language, boolean mayChange) {
    DescriptionJson description = state.description();
    Optional<Text> title =
        new Texts(Objects.requireNonNullElse(description.titles(), Map.of()))
            .in(List.of(language.tag(), Objects.requireNonNullElse(description.language(), "en")));
    return new EditorView(
        state.id(),
        title.map(Text::value).orElse(state.footage()),
        title.map(Text::language).filter(tag -> !tag.equals(Texts.UNKNOWN_LANGUAGE)).orElse(null),
        mayChange,
        groups(description, language),
        languages(state, Formats.of(language)),
        COUNTRIES.stream()
            .map(code -> new Language(code, Formats.of(language).country(code)))
            .toList(),
        EditorWords.script(Json.compact(state)),
        EditorWords.of(Messages.of(language)),
        PlayerWords.json(language),
        film(state).orElse(null),
        growing(state));
  }

  private static @Nullable String growing(EditorState state) {
    EditorState.ProductionJson production = state.production();
    if (state.film() != null || production == null) {
      return null;
    }
    boolean underWay = production.state().equals("queued") || production.state().equals("running");
    return underWay ? Previews.growing(state.id(), production.id()) : null;
  }

  private Optional<FilmView> film(EditorState state) {
    return database.look(
        session ->
            new CapsuleStore(session)
                .byId(state.id())
                .flatMap(capsule -> Optional.ofNullable(capsule.editionId()))
                .flatMap(new EditionStore(session)::find)
                .map(
                    edition ->
                        new FilmView(
                            Previews.playlist(state.id()),
                            state.poster().address(),
                            Objects.requireNonNullElse(edition.width(), 640),
                            Objects.requireNonNullElse(edition.height(), 360))));
  }

  /** The pages' languages, and those in which something is said already. */
  private static List<Group> groups(DescriptionJson description, PageLanguage page) {
    TreeSet<String> said = new TreeSet<>();
    Stream.of(description.titles(), description.summaries(), description.credits())
        .filter(Objects::nonNull)
        .forEach(texts -> said.addAll(texts.keySet()));
    List<Group> groups = new ArrayList<>();
    for (PageLanguage each : PageLanguage.values()) {
      groups.add(new Group(each.tag(), each.ownName(), each == page || said.remove(each.tag())));
    }
    said.remove(page.tag());
    said.forEach(
        tag ->
            groups.add(
                new Group(
                    tag,
                    tag.equals(Texts.UNKNOWN_LANGUAGE) ? "" : LanguageTag.ownName(tag),
                    true)));
    return groups;
  }

  private static List<Language> languages(EditorState state, Formats formats) {
    List<String> tags = new ArrayList<>();
    Stream.of(PageLanguage.values()).map(PageLanguage::tag).forEach(tags::add);
    tags.addAll(NEIGHBOURS);
    state.tracks().forEach(track -> tags.add(track.language()));
    String spoken = state.description().language();
    if (spoken != null && !spoken.isEmpty()) {
      tags.add(spoken);
    }
    return tags.stream()
        .distinct()
        .map(tag -> new Language(tag, formats.languageName(tag)))
        .toList();
  }
}
