package org.capsula.pipeline.delivery;

import java.util.List;
import java.util.UUID;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.DocumentStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.database.Session;

/** Writes the text tracks and documents of a capsule. What is not delivered again stays. */
final class SideCarRecorder {
  private final TrackStore tracks;
  private final DocumentStore documents;

  SideCarRecorder(Session session) {
    tracks = new TrackStore(session);
    documents = new DocumentStore(session);
  }

  /**
   * @return whether any is new or another than before
   */
  boolean record(String capsuleId, StoredDelivery delivery) {
    boolean changed = tracks(capsuleId, delivery.tracks());
    changed |= documents(capsuleId, delivery.documents());
    return changed;
  }

  private boolean tracks(String capsuleId, List<Track> delivered) {
    List<Track> before = tracks.of(capsuleId);
    List<Track> changed =
        delivered.stream()
            .filter(track -> before.stream().noneMatch(old -> same(track, old)))
            .toList();
    changed.forEach(track -> tracks.save(track.of(UUID.randomUUID().toString(), capsuleId)));
    return !changed.isEmpty();
  }

  private boolean documents(String capsuleId, List<Document> delivered) {
    List<Document> before = documents.of(capsuleId);
    List<Document> changed =
        delivered.stream().filter(one -> before.stream().noneMatch(old -> same(one, old))).toList();
    changed.forEach(one -> documents.save(one.of(UUID.randomUUID().toString(), capsuleId)));
    return !changed.isEmpty();
  }

  private static boolean same(Track one, Track other) {
    return one.name().equals(other.name()) && one.sourceSha256().equals(other.sourceSha256());
  }

  private static boolean same(Document one, Document other) {
    return one.fileName().equals(other.fileName()) && one.sha256().equals(other.sha256());
  }
}
