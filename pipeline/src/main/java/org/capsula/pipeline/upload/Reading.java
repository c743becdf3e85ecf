package org.capsula.pipeline.upload;

import java.util.List;
import java.util.Map;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.delivery.Sheet;
import org.capsula.pipeline.upload.UploadForm.Collection;
import org.capsula.pipeline.upload.UploadForm.Subtitles;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an upload, as of one version of its form.
 *
 * @param capsuleIsGone whether what it was meant to replace is
 */
record Reading(long formVersion, Sheet sheet, List<Subtitles> subtitles, boolean capsuleIsGone) {
  /** Version of a form that is gone, with its upload. */
  private static final long GONE = -1;

  Reading {
    subtitles = List.copyOf(subtitles);
  }

  static Reading of(Session session, Upload upload) {
    UploadForm.Whole whole = new UploadFormStore(session).of(upload.id());
    UploadForm form = whole.form();
    Sheet sheet =
        Sheet.of(
            new CapsuleTexts(form.titles(), Texts.NONE, Map.of()),
            form.language(),
            collection(session, form.collection()));
    long version = new UploadStore(session).find(upload.id()).map(Upload::formVersion).orElse(GONE);
    String replaces = upload.replaces();
    boolean capsuleIsGone = replaces != null && !Targets.isThere(session, replaces);
    return new Reading(version, sheet, whole.subtitles(), capsuleIsGone);
  }

  private static Sheet.@Nullable CollectionPart collection(
      Session session, @Nullable Collection collection) {
    if (collection == null) {
      return null;
    }
    String id = collection.id();
    if (id != null) {
      Texts titles = new CollectionStore(session).titles(List.of(id)).get(id);
      return titles == null ? null : new Sheet.CollectionPart(titles, null);
    }
    String language = collection.language();
    String title = collection.title();
    return language == null || title == null
        ? null
        : new Sheet.CollectionPart(new Texts(Map.of(language, title)), null);
  }

  /** Somebody gave it up after its last byte. */
  boolean uploadIsGone() {
    return formVersion == GONE;
  }

  boolean mayReplace(Upload upload) {
    return upload.replaces() != null && !capsuleIsGone;
  }
}
