package org.capsula.pipeline.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.capsula.pipeline.delivery.InboxStore.SeenFile;

/** Files as they were when they were last seen to change: a copy that is under way grows. */
final class Sightings {
  /** Networks pause in the middle of a copy, seldom for longer. */
  static final Duration SETTLED = Duration.ofSeconds(5);

  private final Clock clock;
  private final Map<Path, Sighting> sightings = new HashMap<>();

  Sightings(Clock clock) {
    this.clock = clock;
  }

  /** Files as they are now; one that is gone has length -1. */
  static List<SeenFile> see(List<Path> files) throws IOException {
    List<SeenFile> seen = new ArrayList<>();
    for (Path file : files) {
      seen.add(see(file));
    }
    return seen;
  }

  private static SeenFile see(Path file) throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new SeenFile(file, now.size(), now.lastModifiedTime().toInstant());
    } catch (NoSuchFileException e) {
      return new SeenFile(file, -1, Instant.EPOCH);
    }
  }

  /** Whether none of them has changed for a while. */
  boolean haveSettled(List<SeenFile> files) {
    Instant now = clock.instant();
    boolean settled = true;
    for (SeenFile seen : files) {
      Sighting last = sightings.get(seen.path());
      if (last == null || !last.file().equals(seen)) {
        sightings.put(seen.path(), new Sighting(seen, now));
        settled = false;
      } else if (last.since().plus(SETTLED).isAfter(now)) {
        settled = false;
      }
    }
    return settled;
  }

  /** Forgets all others, which are gone. */
  void keepOnly(Collection<Path> files) {
    sightings.keySet().retainAll(files);
  }

  /**
   * @param since when it was first seen like this
   */
  private record Sighting(SeenFile file, Instant since) {}
}
