package org.capsula.pipeline.delivery;

import java.util.Optional;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore;
import org.jspecify.annotations.Nullable;

/**
 * Whether a capsule needs a production.
 *
 * @param underWay the production that is queued or running; null where there is none
 * @param refusal what one said of the footage that no other will say differently; null where none
 *     did
 */
record Need(boolean isNew, @Nullable String underWay, @Nullable String refusal) {
  private static final Need NONE = new Need(false, null, null);

  static Need of(Capsule capsule, Session session) {
    if (capsule.editionId() != null) {
      return NONE;
    }
    Optional<Production> newest =
        new ProductionStore(session).ofCapsule(capsule.id()).stream().findFirst();
    return newest.map(Need::after).orElse(new Need(true, null, null));
  }

  private static Need after(Production newest) {
    if (!newest.state().isEnd()) {
      return new Need(false, newest.id(), null);
    }
    if (newest.state() == State.CANCELLED || newest.machineFault()) {
      return new Need(true, null, null);
    }
    return newest.state() == State.FAILED ? new Need(false, null, newest.reason()) : NONE;
  }
}
