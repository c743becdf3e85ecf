package org.capsula.pipeline.catalog.collection;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capsula.pipeline.catalog.Text;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps collections: their titles, by language. */
public final class CollectionStore {
  private final Handle handle;

  public CollectionStore(Session session) {
    handle = session.handle();
  }

  /**
   * The collection that carries one of these titles already, made where there is none; titles in
   * other languages are added to it.
   *
   * @return its id
   */
  public String findOrMake(Texts titles, Instant now) {
    String id = titled(titles).orElseGet(() -> make(now));
    titles
        .byLanguage()
        .forEach(
            (language, title) ->
                handle.execute(
                    """
                    INSERT INTO collection_text (collection_id, language, title) VALUES (?, ?, ?)
                    ON CONFLICT (collection_id, language) DO UPDATE SET title = excluded.title
                    """,
                    id,
                    language,
                    title));
    return id;
  }

  private Optional<String> titled(Texts titles) {
    return titles.byLanguage().entrySet().stream()
        .flatMap(
            text ->
                handle
                    .createQuery(
                        "SELECT collection_id FROM collection_text WHERE language = ? AND title = ?")
                    .bind(0, text.getKey())
                    .bind(1, text.getValue())
                    .mapTo(String.class)
                    .findFirst()
                    .stream())
        .findFirst();
  }

  private String make(Instant now) {
    String id = UUID.randomUUID().toString();
    handle.execute("INSERT INTO collection (id, created_at) VALUES (?, ?)", id, now);
    return id;
  }

  /** Its capsules that are there, in its order; those that were given no place come last. */
  public List<String> capsules(String id) {
    return handle
        .createQuery(
            """
            SELECT id FROM capsule WHERE collection_id = ? AND deleted_at IS NULL
            ORDER BY collection_order NULLS LAST, created_at, id
            """)
        .bind(0, id)
        .mapTo(String.class)
        .list();
  }

  /** Of all there are, by id. */
  public Map<String, Texts> all() {
    return titles(handle.createQuery("SELECT id FROM collection").mapTo(String.class).list());
  }

  public Map<String, Texts> titles(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(
            """
            SELECT collection_id, language, title FROM collection_text
            WHERE collection_id IN (<ids>)
            """)
        .bindList("ids", List.copyOf(ids))
        .map(ConstructorMapper.of(Row.class))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Row::collectionId,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    rows ->
                        Texts.of(
                            rows.stream()
                                .map(row -> new Text(row.language(), row.title()))
                                .toList()))));
  }

  record Row(String collectionId, String language, String title) {}
}
