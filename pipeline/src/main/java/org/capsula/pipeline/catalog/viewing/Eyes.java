package org.capsula.pipeline.catalog.viewing;

import java.util.List;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.release.Release.Audience;

/** Who looks, as far as it matters for what they may see. */
public enum Eyes {
  ANYBODY,
  SIGNED_IN,
  /** Whoever a capsule is for: to find out whether they see it. */
  ITS_AUDIENCE;

  /** The words of the audiences that they belong to. */
  List<String> audiences() {
    return words(
        switch (this) {
          case ANYBODY -> Stream.of(Audience.PUBLIC);
          case SIGNED_IN -> Stream.of(Audience.PUBLIC, Audience.SIGNED_IN);
          case ITS_AUDIENCE -> Stream.of(Audience.values());
        });
  }

  /** As {@link #audiences}, where they also show that they were given the link. */
  List<String> withLink() {
    return Stream.concat(audiences().stream(), words(Stream.of(Audience.LINK)).stream())
        .distinct()
        .toList();
  }

  private static List<String> words(Stream<Audience> audiences) {
    return audiences.map(Audience::word).toList();
  }
}
