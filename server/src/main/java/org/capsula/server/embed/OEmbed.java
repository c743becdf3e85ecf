package org.capsula.server.embed;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.capsula.pipeline.catalog.viewing.Eyes;
import org.capsula.pipeline.json.Json;
import org.capsula.server.catalogue.CapsuleViews;
import org.capsula.server.catalogue.Shown;
import org.capsula.server.http.Endpoint;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.LanguageChoice;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.viewer.CapsuleView;
import org.capsula.server.viewer.Language;

/** {@code /oembed}: how to embed a capsule, for programs that know its address (oEmbed 1.0). */
public final class OEmbed implements Endpoint {
  private static final String PLAIN = "text/plain;charset=utf-8";

  private final Shown shown;
  private final CapsuleViews views;

  public OEmbed(Shown shown, CapsuleViews views) {
    this.shown = shown;
    this.views = views;
  }

  /** Scripts of other pages may read it: it holds what everybody may see. */
  @Override
  public Response answer(Request request) throws IOException {
    return answered(request).header("Access-Control-Allow-Origin", "*");
  }

  private Response answered(Request request) throws IOException {
    Optional<String> url = request.query("url");
    Optional<Limits> limits = Limits.of(request);
    if (url.isEmpty() || limits.isEmpty()) {
      return refused(400, "Give url, and maxwidth and maxheight, if at all, as whole pixels.");
    }
    if (!request.query("format").orElse("json").equals("json")) {
      return refused(501, "Only format=json is answered here.");
    }
    Optional<AskedUrl> asked = AskedUrl.of(url.get(), request.connection());
    Optional<Shown.Item> item = asked.flatMap(found -> shown.bySlug(found.slug(), Eyes.ANYBODY));
    if (asked.isEmpty() || item.isEmpty()) {
      return refused(404, "At that address is no capsule that everybody may see.");
    }
    return document(request, item.get(), asked.get(), limits.get());
  }

  private Response document(Request request, Shown.Item item, AskedUrl asked, Limits limits)
      throws IOException {
    LanguageChoice choice = Language.of(request);
    PageLanguage language = Objects.requireNonNullElse(asked.language(), choice.language());
    CapsuleView capsule = views.of(item, language);
    EmbedDocument document =
        new EmbedDocument(capsule, views.sharing(item, request.connection()), asked.language());
    return Language.vary(
        Response.json(Json.compact(document.within(limits))).caching(item.caching()), choice);
  }

  private static Response refused(int status, String sentence) {
    return Response.text(PLAIN, sentence).status(status);
  }
}
