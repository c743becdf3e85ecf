package org.capsula.pipeline.catalog.viewing;

import org.jdbi.v3.core.statement.Query;

/** What a filter adds to the questions of {@link ViewingStore}. */
final class FilterStore {
  private FilterStore() {}

  /** In SQL, after {@code WHERE …}; of a capsule {@code c} and its edition {@code e}. */
  static String conditions(Filter filter) {
    StringBuilder sql = new StringBuilder();
    if (filter.language() != null) {
      sql.append(
          """
          AND EXISTS (SELECT 1 FROM track t
                      WHERE t.capsule_id = c.id AND t.language = :language
                        AND t.role IN ('subtitles', 'captions'))
          """);
    }
    if (!filter.themes().isEmpty()) {
      sql.append(
          """
          AND EXISTS (SELECT 1 FROM situation_theme s
                      WHERE s.situation_id = c.situation_id AND s.theme IN (<themes>))
          """);
    }
    if (filter.country() != null) {
      sql.append(
          """
          AND EXISTS (SELECT 1 FROM situation s
                      WHERE s.id = c.situation_id AND s.country = :country)
          """);
    }
    if (filter.lasting() != null) {
      sql.append("AND e.length_ms > :over AND e.length_ms <= :atMost\n");
    }
    if (filter.collection() != null) {
      sql.append("AND c.collection_id = :collection\n");
    }
    return sql.toString();
  }

  static Query bind(Query query, Filter filter) {
    if (filter.language() != null) {
      query.bind("language", filter.language());
    }
    if (!filter.themes().isEmpty()) {
      query.bindList("themes", filter.themes());
    }
    if (filter.country() != null) {
      query.bind("country", filter.country());
    }
    if (filter.collection() != null) {
      query.bind("collection", filter.collection());
    }
    Lasting lasting = filter.lasting();
    if (lasting != null) {
      query.bind("over", lasting.over()).bind("atMost", lasting.atMost());
    }
    return query;
  }
}
