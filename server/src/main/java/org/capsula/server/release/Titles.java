package org.capsula.server.release;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.database.Session;
import org.capsula.server.viewer.Text;

/** What capsules and collections are called. */
public final class Titles {
  private Titles() {}

  /** In the language that is wished, else in another; else as its footage. */
  public static Text of(Session session, String capsuleId, String language) {
    return new CapsuleTextStore(session)
        .heads(List.of(capsuleId))
        .getOrDefault(capsuleId, CapsuleTexts.NONE)
        .titles()
        .in(wished(language))
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

  /** By the ids of those that are there; the same ways round. */
  public static Map<String, Text> ofCollections(
      Session session, Collection<String> ids, String language) {
    Map<String, Text> titles = new TreeMap<>();
    new CollectionStore(session)
        .titles(ids)
        .forEach(
            (id, texts) ->
                texts
                    .in(wished(language))
                    .ifPresent(found -> titles.put(id, new Text(found.value(), found.language()))));
    return titles;
  }

  private static List<String> wished(String language) {
    return List.of(language, "en", "fr", Texts.UNKNOWN_LANGUAGE);
  }
}
