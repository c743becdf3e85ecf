package org.capsula.pipeline.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.delivery.Outcome.State;
import org.capsula.pipeline.queue.ProductionQueue;
import org.jspecify.annotations.Nullable;

/** Writes a stored delivery into the catalogue, within one transaction. */
final class Recorder {
  private final Session session;
  private final ProductionQueue queue;
  private final Instant now;
  private final CapsuleStore capsules;

  Recorder(Session session, ProductionQueue queue, Instant now) {
    this.session = session;
    this.queue = queue;
    this.now = now;
    capsules = new CapsuleStore(session);
  }

  /**
   * @param file the footage's path as it was given
   * @param publish whether to open at once what has no release of its own
   */
  Outcome record(String file, StoredDelivery delivery, boolean publish) {
    Optional<Capsule> before = capsules.byFootage(delivery.footage().sha256());
    if (before.flatMap(capsule -> capsules.deletedAt(capsule.id())).isPresent()) {
      return Outcome.deleted(file, delivery.footageName(), before.get());
    }
    return record(file, delivery, publish, before);
  }

  private Outcome record(
      String file, StoredDelivery delivery, boolean publish, Optional<Capsule> before) {
    StoredFileStore files = new StoredFileStore(session);
    delivery.files().forEach(stored -> files.save(stored, now));
    List<String> sentences = new ArrayList<>(delivery.remarks().sentences());
    boolean isNew = before.isEmpty();
    Capsule capsule = before.orElseGet(() -> add(delivery, sentences));
    boolean described = new SheetRecorder(session, now).record(capsule, delivery, isNew);
    boolean changed = described;
    changed |= new SideCarRecorder(session).record(capsule.id(), delivery);
    changed |=
        new ReleaseRecorder(
                session, now, said -> sentences.add(delivery.footageName() + ": " + said))
            .record(capsule.id(), delivery.sheet(), described, publish);
    Need need = Need.of(capsule, session);
    String production =
        need.isNew()
            ? queue.add(session, capsule.id(), delivery.footage().bytes())
            : need.underWay();
    State state = state(isNew, changed, need);
    tell(state, delivery, need.refusal(), sentences);
    return new Outcome(
        file,
        state,
        capsule.id(),
        capsule.slug(),
        production,
        delivery.remarks().leftOut(),
        sentences);
  }

  private static State state(boolean isNew, boolean changed, Need need) {
    if (isNew) {
      return State.ADDED;
    }
    if (need.refusal() != null) {
      return State.REFUSED;
    }
    return changed || need.isNew() ? State.UPDATED : State.KNOWN;
  }

  private static void tell(
      State state, StoredDelivery delivery, @Nullable String refusal, List<String> sentences) {
    if (refusal != null) {
      sentences.add(0, refusal);
    } else if (state == State.KNOWN && delivery.remarks().leftOut() == 0) {
      sentences.add(
          delivery.footageName() + ": is in the library already, with all its side-cars.");
    }
  }

  private Capsule add(StoredDelivery delivery, List<String> sentences) {
    String name = delivery.footageName();
    String wanted = Slug.of(Delivery.stem(name));
    String slug = wanted;
    for (int n = 2; capsules.bySlug(slug).isPresent(); n++) {
      slug = wanted + "-" + n;
    }
    if (capsules.hasFootageNamed(name)) {
      sentences.add(
          "%s: another film of this name is in the library; this one is “%s” beside it."
              .formatted(name, slug));
    }
    Capsule capsule =
        new Capsule(
            UUID.randomUUID().toString(),
            slug,
            delivery.footage().sha256(),
            name,
            null,
            null,
            null,
            null,
            null,
            null,
            now);
    capsules.insert(capsule);
    return capsule;
  }
}
