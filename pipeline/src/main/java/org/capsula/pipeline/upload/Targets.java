package org.capsula.pipeline.upload;

import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.database.Session;

/** Capsules that may get other footage. */
final class Targets {
  private Targets() {}

  /** Whether there is one of this id that nobody has deleted. */
  static boolean isThere(Session session, String capsuleId) {
    CapsuleStore capsules = new CapsuleStore(session);
    return capsules.byId(capsuleId).isPresent() && capsules.deletedAt(capsuleId).isEmpty();
  }
}
