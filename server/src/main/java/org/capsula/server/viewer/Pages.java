package org.capsula.server.viewer;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import org.capsula.server.asset.Assets;
import org.capsula.server.language.LanguageChoice;

/** Writes the pages that everybody may see. */
public final class Pages {
  /**
   * What these pages may load, for their Content-Security-Policy. Styles: Media Chrome writes
   * {@code <style>} into its shadow roots. data: in media: hls.js gives its text tracks an empty
   * data: source.
   */
  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self';"
          + " img-src 'self' data:; media-src 'self' blob: data:; connect-src 'self';"
          + " base-uri 'none'; form-action 'self'";

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Assets assets;

  public Pages(Assets assets) {
    this.assets = assets;
  }

  public String catalogue(LanguageChoice language, CatalogueView catalogue) {
    return render("catalogue.jte", language, new HashMap<>(Map.of("catalogue", catalogue)));
  }

  public String capsule(LanguageChoice language, CapsuleView capsule) {
    Map<String, Object> values = new HashMap<>();
    values.put("capsule", capsule);
    values.put("playerWords", PlayerWords.json(language.language()));
    return render("capsule.jte", language, values);
  }

  public String error(LanguageChoice language, ErrorView error) {
    Map<String, Object> values = new HashMap<>();
    values.put("key", error.key());
    values.put("reference", error.reference());
    return render("error.jte", language, values);
  }

  private String render(String template, LanguageChoice language, Map<String, Object> values) {
    values.put("page", new Frame(language, assets));
    StringOutput out = new StringOutput();
    templates.render(template, values, out);
    return out.toString().strip();
  }
}
