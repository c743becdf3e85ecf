package org.capsula.pipeline.delivery;

import java.time.Instant;
import java.util.Objects;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.delivery.Sheet.ReleasePart;

/**
 * Writes when a capsule opens. Its sheet wins; a sheet that could not be understood in this opens
 * nothing, asked to publish or not: it may hold an embargo.
 */
final class ReleaseRecorder {
  private final ReleaseStore store;
  private final Instant now;

  ReleaseRecorder(Session session, Instant now) {
    store = new ReleaseStore(session);
    this.now = now;
  }

  /**
   * @param described whether the sheet is another than before
   * @param publish whether to open at once what has no release
   * @return whether the release is another than before
   */
  boolean record(String capsuleId, Sheet sheet, boolean described, boolean publish) {
    if (!sheet.tellsRelease()) {
      return false;
    }
    if (described) {
      store.requireLanguages(capsuleId, sheet.requiredLanguages());
    }
    ReleasePart part = sheet.release();
    if (part != null) {
      return described && save(capsuleId, part, sheet);
    }
    if (publish && !store.exists(capsuleId)) {
      store.save(Release.now(capsuleId, now, sheet.requiredLanguages()));
      return true;
    }
    return false;
  }

  private boolean save(String capsuleId, ReleasePart part, Sheet sheet) {
    store.save(
        new Release(
            capsuleId,
            part.audience(),
            Objects.requireNonNullElse(part.opens(), now),
            part.closes(),
            part.zone(),
            sheet.requiredLanguages()));
    return true;
  }
}
