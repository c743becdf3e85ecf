package org.capsula.server.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.capsula.pipeline.catalog.editorial.ConsentStore;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.database.Session;
import org.capsula.server.release.ReleaseJson.HindranceJson;
import org.capsula.server.release.ReleaseWords.Circumstances;

/**
 * What speaks against a release that may be decided.
 *
 * @param words in which it is said
 */
public record Objections(Session session, ReleaseWords words, Instant now) {
  /**
   * What will hinder it first, then what may be other than was thought.
   *
   * @param open whether it is open already
   */
  public List<String> to(Release release, boolean open) {
    String id = release.capsuleId();
    List<String> said = new ArrayList<>();
    new Standings(words.language())
        .hindrances(session, id, release.required()).stream()
            .map(HindranceJson::sentence)
            .forEach(said::add);
    LocalDate consent =
        new ConsentStore(session).of(id).map(each -> each.validUntil()).orElse(null);
    said.addAll(words.conflicts(release, new Circumstances(consent, open, now)));
    return said;
  }
}
