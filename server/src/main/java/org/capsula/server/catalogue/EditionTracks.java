package org.capsula.server.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.database.Database;

/**
 * The encoded tracks of editions. They never change, so those that are watched now are kept: a long
 * film's index is some hundred kilobytes to read again for each playlist.
 */
public final class EditionTracks {
  /** Films that are begun within the same minutes. */
  private static final int KEPT = 100;

  private final Database database;
  private final Map<String, List<EncodedTrack>> kept =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<EncodedTrack>> eldest) {
          return size() > KEPT;
        }
      };

  public EditionTracks(Database database) {
    this.database = database;
  }

  /** Largest picture first, sound last. */
  public List<EncodedTrack> of(String editionId) {
    synchronized (kept) {
      List<EncodedTrack> known = kept.get(editionId);
      if (known != null) {
        return known;
      }
    }
    List<EncodedTrack> tracks =
        List.copyOf(database.look(session -> new EditionStore(session).tracks(editionId)));
    synchronized (kept) {
      kept.put(editionId, tracks);
    }
    return tracks;
  }
}
