package org.capsula.server.embed;

import java.util.LinkedHashMap;
import java.util.Map;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.viewer.CapsuleView;
import org.capsula.server.viewer.EmbedSize;
import org.capsula.server.viewer.Picture;
import org.capsula.server.viewer.Sharing;
import org.jspecify.annotations.Nullable;

/**
 * What oEmbed says of a capsule.
 *
 * @param language in which the frame shall speak; null for that of its viewer's browser
 */
record EmbedDocument(CapsuleView capsule, Sharing sharing, @Nullable PageLanguage language) {

  Map<String, Object> within(Limits limits) {
    Picture still = capsule.film().poster();
    EmbedSize size = EmbedSize.within(still, limits.width(), limits.height());
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("version", "1.0");
    said.put("type", "video");
    said.put("title", capsule.title().words());
    said.put("provider_name", "Capsula");
    said.put("provider_url", sharing.whole("/"));
    said.put("width", size.width());
    said.put("height", size.height());
    said.put("html", frame(size));
    // §2.3.4.1: all three or none, and within the limits too.
    if (still.width() <= limits.width() && still.height() <= limits.height()) {
      said.put("thumbnail_url", sharing.whole(still.address()));
      said.put("thumbnail_width", still.width());
      said.put("thumbnail_height", still.height());
    }
    return said;
  }

  private String frame(EmbedSize size) {
    String address = language == null ? sharing.embed(capsule) : sharing.embed(capsule, language);
    return """
        <iframe src="%s" title="%s" width="%d" height="%d" style="border: 0" loading="lazy" \
        allow="fullscreen; picture-in-picture" allowfullscreen></iframe>"""
        .formatted(quoted(address), quoted(capsule.title().words()), size.width(), size.height());
  }

  private static String quoted(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
