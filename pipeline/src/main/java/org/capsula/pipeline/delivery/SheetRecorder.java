package org.capsula.pipeline.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.catalog.situation.Situation;
import org.capsula.pipeline.catalog.situation.SituationStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.delivery.Sheet.CollectionPart;
import org.capsula.pipeline.delivery.Sheet.SituationPart;
import org.capsula.pipeline.storage.StoredFile;
import org.jspecify.annotations.Nullable;

/** Writes what a sheet says of its capsule, but for the release. */
final class SheetRecorder {
  private final Session session;
  private final Instant now;

  SheetRecorder(Session session, Instant now) {
    this.session = session;
    this.now = now;
  }

  /**
   * Without a sheet a new capsule is called like its footage, and an old one keeps what was said of
   * it.
   *
   * @return whether anything was written
   */
  boolean record(Capsule capsule, StoredDelivery delivery, boolean isNew) {
    Sheet sheet = delivery.sheet();
    StoredFile file = delivery.sheetFile();
    String hash = file == null ? null : file.sha256();
    if (!isNew && (hash == null || hash.equals(capsule.sheetSha256()))) {
      return false;
    }
    new CapsuleStore(session)
        .update(
            new Capsule(
                capsule.id(),
                capsule.slug(),
                capsule.footageSha256(),
                capsule.footageName(),
                sheet.language(),
                situation(capsule, sheet.situation()),
                collection(sheet.collection()),
                sheet.collection() == null ? null : sheet.collection().order(),
                hash,
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
}
