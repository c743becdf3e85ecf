package org.capsula.server.viewer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.capsula.server.language.PageLanguage;
import org.jspecify.annotations.Nullable;

/**
 * How a capsule is reached from elsewhere.
 *
 * @param origin of this server, as the one who asks has reached it
 * @param closes null for never
 * @param embeds whether a frame on another site shows it
 * @param listed whether everybody finds it in the catalogue; search engines are told where not
 * @param collection by which the feed knows the one it belongs to; null where it belongs to none,
 *     or that feed does not have it
 */
public record Sharing(
    String origin,
    Instant opens,
    @Nullable Instant closes,
    boolean embeds,
    boolean listed,
    @Nullable String collection) {

  /** The whole address of a path of ours. */
  public String whole(String path) {
    return origin + path;
  }

  public String page(CapsuleView capsule) {
    return whole("/c/" + capsule.slug());
  }

  public String embed(CapsuleView capsule) {
    return whole("/embed/" + capsule.slug());
  }

  public String embed(CapsuleView capsule, PageLanguage language) {
    return embed(capsule) + "?lang=" + language.tag();
  }

  /** Where programs learn how to embed it (oEmbed 1.0 §4). */
  public String oEmbed(CapsuleView capsule) {
    return whole("/oembed?format=json&url=")
        + URLEncoder.encode(page(capsule), StandardCharsets.UTF_8);
  }
}
