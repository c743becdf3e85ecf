package org.capsula.server.upload;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.Text;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.upload.Uploads;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.Formats;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.viewer.Pages;
import org.jspecify.annotations.Nullable;

/** {@code /studio/upload}: new capsules, or with {@code ?replace=} other footage for one. */
public final class UploadPage implements Endpoint {
  private final Database database;
  private final Uploads uploads;
  private final Pages pages;

  public UploadPage(Database database, Uploads uploads, Pages pages) {
    this.database = database;
    this.uploads = uploads;
    this.pages = pages;
  }

  @Override
  public Response answer(Request request) {
    PageLanguage language =
        LanguageChoice.of(
                request.query("lang").orElse(null), request.header("Accept-Language").orElse(null))
            .language();
    Optional<Replaced> replaced =
        request.query("replace").map(id -> database.look(session -> find(session, id, language)));
    Data data =
        new Data(
            Messages.of(language).beginningWith("upload."),
            languages(language),
            database.look(session -> collections(session, language)),
            replaced.orElse(null));
    UploadView view =
        new UploadView(
            // Nothing in a script element may look like its end.
            Json.compact(data).replace("<", "\\u003c"),
            replaced.map(Replaced::id).orElse(null),
            replaced.map(Replaced::title).orElse(null),
            uploads.register().settings().largest());
    return pages.render(request, "upload/upload.jte", Map.of("upload", view));
  }

  private static Replaced find(Session session, String id, PageLanguage language) {
    CapsuleStore capsules = new CapsuleStore(session);
    Capsule capsule =
        capsules
            .byId(id)
            .filter(found -> capsules.deletedAt(id).isEmpty())
            .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    String title =
        new CapsuleTextStore(session)
            .heads(List.of(id))
            .getOrDefault(id, CapsuleTexts.NONE)
            .titles()
            .in(List.of(language.tag()))
            .map(Text::value)
            .orElse(capsule.slug());
    return new Replaced(id, title);
  }

  /** The page's own first, then the others that pages speak, then those that are taught beside. */
  private static List<Choice> languages(PageLanguage page) {
    Formats formats = Formats.of(page);
    Stream<String> spoken = Stream.of(PageLanguage.values()).map(PageLanguage::tag);
    Stream<String> beside =
        Stream.of("nl", "pt", "it", "es", "ar", "uk", "ru", "tr", "sq", "hu", "bg", "rom");
    return Stream.concat(Stream.concat(Stream.of(page.tag()), spoken), beside)
        .distinct()
        .map(tag -> new Choice(tag, formats.languageName(tag)))
        .toList();
  }

  private static List<CollectionChoice> collections(Session session, PageLanguage language) {
    Map<String, Texts> all = new TreeMap<>(new CollectionStore(session).all());
    return all.entrySet().stream()
        .map(
            entry ->
                new CollectionChoice(
                    entry.getKey(),
                    entry.getValue().in(List.of(language.tag())).map(Text::value).orElse("")))
        .sorted(Comparator.comparing(CollectionChoice::title))
        .toList();
  }

  /** What the script gets. */
  record Data(
      Map<String, String> words,
      List<Choice> languages,
      List<CollectionChoice> collections,
      @Nullable Replaced replaces) {}

  record Choice(String tag, String name) {}

  record CollectionChoice(String id, String title) {}

  record Replaced(String id, String title) {}
}
