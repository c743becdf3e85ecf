package org.capsula.server.release;

import java.util.List;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.database.Session;
import org.capsula.server.viewer.Text;

/** What capsules are called. */
final class Titles {
  private Titles() {}

  /** In the language that is wished, else in another; else as its footage. */
  static Text of(Session session, String capsuleId, String language) {
    return new CapsuleTextStore(session)
        .heads(List.of(capsuleId))
        .getOrDefault(capsuleId, CapsuleTexts.NONE)
        .titles()
        .in(List.of(language, "en", "fr", Texts.UNKNOWN_LANGUAGE))
        .map(found -> new Text(found.value(), found.language()))
        .orElseGet(
            () ->
                new Text(
                    new CapsuleStore(session)
                        .byId(capsuleId)
                        .map(Capsule::footageName)
                        .orElse(capsuleId),
                    null));
  }
}
