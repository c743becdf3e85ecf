package org.capsula.server.viewer;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import org.capsula.server.asset.Assets;
import org.capsula.server.http.Request;
import org.capsula.server.http.Response;
import org.capsula.server.language.LanguageChoice;

/** Writes the pages: those that everybody may see, and for other features their own. */
public final class Pages {
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Assets assets;

  public Pages(Assets assets) {
    this.assets = assets;
  }

  public String catalogue(LanguageChoice language, CatalogueView catalogue) {
    return render(
        "catalogue.jte",
        new Frame(language, assets, catalogue.kept()),
        new HashMap<>(Map.of("catalogue", catalogue)));
  }

  public String capsule(LanguageChoice language, CapsuleView capsule) {
    Map<String, Object> values = new HashMap<>();
    values.put("capsule", capsule);
    values.put("playerWords", PlayerWords.json(language.language()));
    return render("capsule.jte", new Frame(language, assets, ""), values);
  }

  public String error(LanguageChoice language, ErrorView error) {
    Map<String, Object> values = new HashMap<>();
    values.put("key", error.key());
    values.put("report", error.reportable());
    values.put("way", error.way());
    return render("error.jte", new Frame(language, assets, ""), values);
  }

  public String notice(LanguageChoice language, NoticeView notice) {
    return render(
        "notice.jte", new Frame(language, assets, ""), new HashMap<>(Map.of("notice", notice)));
  }

  /** A page for whoever asks, which nobody else may keep. */
  public Response render(Request request, String template, Map<String, Object> values) {
    return render(request, "", template, values);
  }

  /**
   * @param kept what the address of the page holds beside its language, as {@code next=…&}
   */
  public Response render(
      Request request, String kept, String template, Map<String, Object> values) {
    Frame frame = Frame.signedIn(request, assets, kept);
    return Response.html(render(template, frame, new HashMap<>(values)))
        .header("Content-Language", frame.language().tag());
  }

  private String render(String template, Frame page, Map<String, Object> values) {
    values.put("page", page);
    StringOutput out = new StringOutput();
    templates.render(template, values, out);
    return out.toString().strip();
  }
}
