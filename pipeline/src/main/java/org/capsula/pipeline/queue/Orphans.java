package org.capsula.pipeline.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.production.Producer;
import org.capsula.pipeline.production.Production;
import org.capsula.pipeline.production.ProductionStore;
import org.capsula.pipeline.production.Recipe;
import org.capsula.pipeline.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Editions in storage that no row names: of an attempt that was cancelled, or too late, between
 * taking its result in and recording it. What a production under way will find again is none.
 */
final class Orphans {
  private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

  private Orphans() {}

  /** Only while nothing is being produced: a result that is about to be recorded looks the same. */
  static void remove(Library library, Producer producer) {
    Storage storage = library.storage();
    try {
      List<String> stored = storage.editions();
      Set<String> wanted = library.database().look(session -> wanted(session, storage, producer));
      for (String id : stored) {
        if (!wanted.contains(id)) {
          storage.removeEdition(id);
          LOG.info("edition {} belonged to nothing and was removed", id);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("editions that belong to nothing could not be removed", e);
    }
  }

  private static Set<String> wanted(Session session, Storage storage, Producer producer) {
    Set<String> wanted = new HashSet<>(new EditionStore(session).ids());
    CapsuleStore capsules = new CapsuleStore(session);
    ProductionStore productions = new ProductionStore(session);
    for (Production production : productions.underWay()) {
      Capsule capsule = capsules.byId(production.capsuleId()).orElseThrow();
      Recipe recipe =
          Recipe.ofLibrary(
              storage.file(capsule.footageSha256()),
              capsule.footageName(),
              productions.trim(production.id()));
      try {
        producer.finished(recipe, capsule.footageSha256(), storage).ifPresent(wanted::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return wanted;
  }
}
