package org.capsula.server.viewer;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A capsule as the catalogue shows it.
 *
 * @param subtitles languages, BCP 47
 * @param collection the title of the one it belongs to
 * @param place in its collection; null where nobody said
 */
public record CapsuleCard(
    String slug,
    Text title,
    @Nullable Text summary,
    Duration length,
    List<String> subtitles,
    @Nullable Text collection,
    @Nullable Integer place,
    @Nullable Situation situation,
    @Nullable Picture poster,
    Found found) {

  public String address() {
    return "/c/" + slug;
  }
}
