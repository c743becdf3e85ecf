package org.capsula.pipeline.delivery;

import java.time.Instant;
import java.util.function.Consumer;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.catalog.release.Release.Notices;
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
  private final Consumer<String> tell;

  ReleaseRecorder(Session session, Instant now, Consumer<String> tell) {
    store = new ReleaseStore(session);
    this.now = now;
    this.tell = tell;
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
      return described && save(capsuleId, part);
    }
    if (described && store.exists(capsuleId)) {
      tell.accept(
          "It has no release in its sheet any more: what is open stays open, and what is to open still does; to close it give release: {audience: public, opens: …, closes: <a time>, zone: …}.");
    }
    if (publish && !store.exists(capsuleId)) {
      store.save(Release.now(capsuleId, now, sheet.requiredLanguages()));
      return true;
    }
    return false;
  }

  /** Of what a sheet does not know, what a trainer decided stays. */
  private boolean save(String capsuleId, ReleasePart part) {
    store.save(
        new Release(
            capsuleId,
            part.audience(),
            part.opens() == null ? store.opensAt(capsuleId).orElse(now) : part.opens(),
            part.closes(),
            part.zone(),
            store.required(capsuleId),
            store.find(capsuleId).map(Release::notices).orElse(Notices.NONE)));
    return true;
  }
}
