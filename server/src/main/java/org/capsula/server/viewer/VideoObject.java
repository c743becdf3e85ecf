package org.capsula.server.viewer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.capsula.pipeline.json.Json;
import org.jspecify.annotations.Nullable;

/** A capsule in the words of schema.org, for those who make catalogues of others' films. */
final class VideoObject {
  private VideoObject() {}

  /** As JSON-LD that may stand in a script element: data, which no policy for scripts concerns. */
  static String json(CapsuleView capsule, Sharing sharing) {
    Map<String, Object> video = new LinkedHashMap<>();
    video.put("@context", "https://schema.org");
    video.put("@type", "VideoObject");
    video.put("name", capsule.title().words());
    Text summary = capsule.summary();
    putKnown(video, "description", summary == null ? null : summary.words());
    video.put("thumbnailUrl", List.of(sharing.whole(capsule.film().poster().address())));
    video.put("uploadDate", sharing.opens().toString());
    putKnown(video, "expires", Objects.toString(sharing.closes(), null));
    video.put("duration", capsule.length().toString());
    video.put("url", sharing.page(capsule));
    video.put("contentUrl", sharing.whole(capsule.film().download()));
    putKnown(video, "embedUrl", sharing.embeds() ? sharing.embed(capsule) : null);
    video.put("isAccessibleForFree", true);
    video.put("caption", captions(capsule, sharing));
    // A word that ends the element cannot stand in it.
    return Json.compact(video).replace("<", "\\u003c");
  }

  private static List<Map<String, String>> captions(CapsuleView capsule, Sharing sharing) {
    return capsule.shownSubtitles().stream()
        .map(
            file ->
                Map.of(
                    "@type",
                    "MediaObject",
                    "inLanguage",
                    file.language(),
                    "encodingFormat",
                    "text/vtt",
                    "contentUrl",
                    sharing.whole(file.address())))
        .toList();
  }

  private static void putKnown(Map<String, Object> video, String name, @Nullable String value) {
    if (value != null) {
      video.put(name, value);
    }
  }
}
