package org.capsula.pipeline.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.capsule.Document;
import org.capsula.pipeline.catalog.capsule.DocumentStore;
import org.capsula.pipeline.catalog.capsule.StoredFileStore;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.catalog.situation.Situation;
import org.capsula.pipeline.catalog.situation.SituationStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.delivery.Outcome.State;
import org.capsula.pipeline.delivery.Sheet.CollectionPart;
import org.capsula.pipeline.delivery.Sheet.ReleasePart;
import org.capsula.pipeline.delivery.Sheet.SituationPart;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.ProductionStore;
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

  Outcome record(String file, StoredDelivery delivery, boolean publish) {
    StoredFileStore files = new StoredFileStore(session);
    delivery.files().forEach(stored -> files.save(stored, now));
    List<String> sentences = new ArrayList<>(delivery.sentences());
    Optional<Capsule> before = capsules.byFootage(delivery.footage().sha256());
    if (before.isPresent() && !before.get().footageName().equals(delivery.footageName())) {
      return twin(file, before.get(), sentences);
    }
    Capsule capsule = before.orElseGet(() -> add(delivery));
    boolean described = describe(capsule, delivery, before.isEmpty());
    boolean changed = described;
    changed |= tracks(capsule, delivery.tracks());
    changed |= documents(capsule, delivery.documents());
    changed |= release(capsule, delivery.sheet(), described, publish);
    String production = needsProduction(capsule) ? queueIt(capsule, delivery) : null;
    State state = before.isEmpty() ? State.ADDED : State.UPDATED;
    if (before.isPresent() && !changed && production == null) {
      Optional<String> refusal = refusal(capsule);
      state = refusal.isPresent() ? State.REFUSED : State.KNOWN;
      sentences.add(
          refusal.orElse(
              delivery.footageName() + ": is in the library already, with all its side-cars."));
    }
    return new Outcome(file, state, capsule.id(), capsule.slug(), production, sentences);
  }

  private static Outcome twin(String file, Capsule capsule, List<String> sentences) {
    sentences.add(
        file
            + ": holds the same bytes as "
            + capsule.footageName()
            + ", which is in the library as “"
            + capsule.slug()
            + "”; it was not stored again, and its side-cars were left out.");
    return new Outcome(file, State.KNOWN, capsule.id(), capsule.slug(), null, sentences);
  }

  private Capsule add(StoredDelivery delivery) {
    String id = UUID.randomUUID().toString();
    Capsule capsule =
        new Capsule(
            id,
            slug(Delivery.stem(delivery.footageName())),
            delivery.footage().sha256(),
            delivery.footageName(),
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

  private String slug(String stem) {
    String base = Slug.of(stem);
    String slug = base;
    for (int n = 2; capsules.bySlug(slug).isPresent(); n++) {
      slug = base + "-" + n;
    }
    return slug;
  }

  /**
   * What the sheet says. Without one a new capsule is called like its footage, and an old one keeps
   * what was said of it.
   */
  private boolean describe(Capsule capsule, StoredDelivery delivery, boolean isNew) {
    Sheet sheet = delivery.sheet();
    String sheetHash = delivery.sheetFile() == null ? null : delivery.sheetFile().sha256();
    if (!isNew && (sheetHash == null || sheetHash.equals(capsule.sheetSha256()))) {
      return false;
    }
    capsules.update(
        new Capsule(
            capsule.id(),
            capsule.slug(),
            capsule.footageSha256(),
            capsule.footageName(),
            sheet.language(),
            situation(capsule, sheet.situation()),
            collection(sheet.collection()),
            sheet.collection() == null ? null : sheet.collection().order(),
            sheetHash,
            capsule.editionId(),
            capsule.createdAt()));
    new CapsuleTextStore(session).replace(capsule.id(), texts(delivery));
    return true;
  }

  private static CapsuleTexts texts(StoredDelivery delivery) {
    CapsuleTexts told = delivery.sheet().texts();
    Texts titles =
        told.titles().isEmpty()
            ? new Texts(Map.of(Texts.UNKNOWN_LANGUAGE, Delivery.stem(delivery.footageName())))
            : told.titles();
    return new CapsuleTexts(titles, told.summaries(), told.keywords());
  }

  private @Nullable String situation(Capsule capsule, @Nullable SituationPart part) {
    if (part == null) {
      return null;
    }
    String id =
        Objects.requireNonNullElseGet(capsule.situationId(), () -> UUID.randomUUID().toString());
    new SituationStore(session)
        .save(
            new Situation(id, part.titles(), part.narratives(), part.themes(), part.country()),
            now);
    return id;
  }

  private @Nullable String collection(@Nullable CollectionPart part) {
    return part == null ? null : new CollectionStore(session).findOrMake(part.titles(), now);
  }

  private boolean tracks(Capsule capsule, List<Track> tracks) {
    TrackStore store = new TrackStore(session);
    List<Track> before = store.of(capsule.id());
    boolean changed = false;
    for (Track track : tracks) {
      boolean same =
          before.stream()
              .anyMatch(
                  old ->
                      old.name().equals(track.name())
                          && old.sourceSha256().equals(track.sourceSha256()));
      if (!same) {
        store.save(track.of(UUID.randomUUID().toString(), capsule.id()));
        changed = true;
      }
    }
    return changed;
  }

  private boolean documents(Capsule capsule, List<Document> documents) {
    DocumentStore store = new DocumentStore(session);
    List<Document> before = store.of(capsule.id());
    boolean changed = false;
    for (Document document : documents) {
      boolean same =
          before.stream()
              .anyMatch(
                  old ->
                      old.fileName().equals(document.fileName())
                          && old.sha256().equals(document.sha256()));
      if (!same) {
        store.save(document.of(UUID.randomUUID().toString(), capsule.id()));
        changed = true;
      }
    }
    return changed;
  }

  private boolean release(Capsule capsule, Sheet sheet, boolean described, boolean publish) {
    ReleaseStore store = new ReleaseStore(session);
    if (described) {
      store.requireLanguages(capsule.id(), sheet.requiredLanguages());
    }
    boolean released = store.exists(capsule.id());
    ReleasePart part = sheet.release();
    if (part != null && described) {
      store.save(
          new Release(
              capsule.id(),
              part.audience(),
              Objects.requireNonNullElse(part.opens(), now),
              part.closes(),
              part.zone(),
              sheet.requiredLanguages()));
      return true;
    }
    if (publish && part == null && !released) {
      store.save(Release.now(capsule.id(), now, sheet.requiredLanguages()));
      return true;
    }
    return false;
  }

  /** What its production said of the footage, where that will not change. */
  private Optional<String> refusal(Capsule capsule) {
    return capsule.editionId() != null
        ? Optional.empty()
        : newest(capsule)
            .filter(p -> p.state() == Production.State.FAILED && !p.machineFault())
            .map(Production::reason);
  }

  private Optional<Production> newest(Capsule capsule) {
    return new ProductionStore(session).ofCapsule(capsule.id()).stream().findFirst();
  }

  /** Not where one is under way or has told what is wrong with the footage. */
  private boolean needsProduction(Capsule capsule) {
    if (capsule.editionId() != null) {
      return false;
    }
    return newest(capsule).map(Recorder::isWorthAnother).orElse(true);
  }

  private static boolean isWorthAnother(Production newest) {
    return newest.state() == Production.State.CANCELLED
        || (newest.state() == Production.State.FAILED && newest.machineFault());
  }

  private String queueIt(Capsule capsule, StoredDelivery delivery) {
    return queue.add(session, capsule.id(), delivery.footage().bytes());
  }
}
