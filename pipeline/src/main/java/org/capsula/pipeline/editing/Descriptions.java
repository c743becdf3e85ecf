package org.capsula.pipeline.editing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.catalog.editorial.ChapterStore;
import org.capsula.pipeline.catalog.editorial.Consent;
import org.capsula.pipeline.catalog.editorial.ConsentStore;
import org.capsula.pipeline.catalog.editorial.CreditStore;
import org.capsula.pipeline.catalog.editorial.EditStore;
import org.capsula.pipeline.catalog.situation.Situation;
import org.capsula.pipeline.catalog.situation.SituationStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.editing.Description.CollectionPlace;
import org.capsula.pipeline.editing.Description.SituationTexts;
import org.jspecify.annotations.Nullable;

/** Reads and writes descriptions, which stand in several stores. */
final class Descriptions {
  private final Session session;

  Descriptions(Session session) {
    this.session = session;
  }

  Description of(Capsule capsule) {
    String id = capsule.id();
    return new Description(
        capsule.language(),
        new CapsuleTextStore(session).byIds(List.of(id)).getOrDefault(id, CapsuleTexts.NONE),
        new CreditStore(session).of(id),
        collection(capsule),
        situation(capsule),
        new ChapterStore(session).of(id),
        new EditStore(session).trim(id),
        new ConsentStore(session).of(id).orElse(null));
  }

  private @Nullable CollectionPlace collection(Capsule capsule) {
    String id = capsule.collectionId();
    return id == null
        ? null
        : new CollectionPlace(
            id,
            new CollectionStore(session).titles(List.of(id)).getOrDefault(id, Texts.NONE),
            capsule.collectionOrder());
  }

  private @Nullable SituationTexts situation(Capsule capsule) {
    String id = capsule.situationId();
    Situation found = id == null ? null : new SituationStore(session).byIds(List.of(id)).get(id);
    return found == null
        ? null
        : new SituationTexts(found.titles(), found.narratives(), found.themes(), found.country());
  }

  /** Raises the version, too. */
  void write(Capsule capsule, Description now, Instant time) {
    String id = capsule.id();
    CollectionPlace place = now.collection();
    String situation = writeSituation(capsule, now.situation(), time);
    new CapsuleStore(session)
        .update(
            new Capsule(
                id,
                capsule.slug(),
                capsule.footageSha256(),
                capsule.footageName(),
                now.language(),
                situation,
                place == null ? null : collectionId(place, time),
                place == null ? null : place.order(),
                capsule.sheetSha256(),
                capsule.editionId(),
                capsule.createdAt()));
    String before = capsule.situationId();
    if (before != null && situation == null) {
      new SituationStore(session).removeUnused(before);
    }
    new CapsuleTextStore(session).replace(id, now.texts());
    new CreditStore(session).replace(id, now.credits());
    new ChapterStore(session).replace(id, now.chapters());
    new EditStore(session).setTrim(id, now.trim());
    writeConsent(id, now.consent());
  }

  private String collectionId(CollectionPlace place, Instant time) {
    String id = place.id();
    return id == null ? new CollectionStore(session).findOrMake(place.titles(), time) : id;
  }

  private @Nullable String writeSituation(
      Capsule capsule, @Nullable SituationTexts texts, Instant time) {
    if (texts == null || texts.isEmpty()) {
      return null;
    }
    String id =
        Objects.requireNonNullElseGet(capsule.situationId(), () -> UUID.randomUUID().toString());
    new SituationStore(session)
        .save(
            new Situation(id, texts.titles(), texts.narratives(), texts.themes(), texts.country()),
            time);
    return id;
  }

  private void writeConsent(String capsuleId, @Nullable Consent consent) {
    if (consent == null) {
      new ConsentStore(session).remove(capsuleId);
    } else {
      new ConsentStore(session).save(capsuleId, consent);
    }
  }
}
