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
  private final boolean served;

  public Pages(Assets assets) {
    this(assets, /* served= */ true);
  }

  /**
   * @param served false for pages that are kept as files: what needs a server is left out of them
   */
  public Pages(Assets assets, boolean served) {
    this.assets = assets;
    this.served = served;
  }

  public Assets assets() {
    return assets;
  }

  /** The way into pages that are kept as files: to each language. */
  public String entrance() {
    return render("entrance.jte", frame(LanguageChoice.of("en", null), ""), new HashMap<>());
  }

  private Frame frame(LanguageChoice language, String kept) {
    return new Frame(language, assets, kept, served);
  }

  public String catalogue(LanguageChoice language, CatalogueView catalogue) {
    return render(
        "catalogue.jte",
        frame(language, catalogue.kept()),
        new HashMap<>(Map.of("catalogue", catalogue)));
  }

  public String capsule(LanguageChoice language, CapsuleView capsule, Sharing sharing) {
    Map<String, Object> values = film(language, capsule, sharing);
    values.put("video", VideoObject.json(capsule, sharing));
    return render("capsule.jte", frame(language, ""), values);
  }

  /** The player alone, for a frame on somebody else's page. */
  public String embed(LanguageChoice language, CapsuleView capsule, Sharing sharing) {
    return render("embed.jte", frame(language, ""), film(language, capsule, sharing));
  }

  /** What stands in a frame whose capsule is not to be seen. */
  public String embedMissing(LanguageChoice language) {
    return render("embed-missing.jte", frame(language, ""), new HashMap<>());
  }

  private static Map<String, Object> film(
      LanguageChoice language, CapsuleView capsule, Sharing sharing) {
    Map<String, Object> values = new HashMap<>();
    values.put("capsule", capsule);
    values.put("sharing", sharing);
    values.put("playerWords", PlayerWords.json(language.language()));
    return values;
  }

  public String error(LanguageChoice language, ErrorView error) {
    Map<String, Object> values = new HashMap<>();
    values.put("key", error.key());
    values.put("report", error.reportable());
    values.put("way", error.way());
    return render("error.jte", frame(language, ""), values);
  }

  public String notice(LanguageChoice language, NoticeView notice) {
    return render("notice.jte", frame(language, ""), new HashMap<>(Map.of("notice", notice)));
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
