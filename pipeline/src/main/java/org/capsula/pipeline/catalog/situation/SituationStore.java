package org.capsula.pipeline.catalog.situation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.capsula.pipeline.catalog.Text;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.change.ChangeStore;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Keeps situations. */
public final class SituationStore {
  private final Handle handle;

  public SituationStore(Session session) {
    handle = session.handle();
  }

  /** Makes it, or replaces what was told of it. */
  public void save(Situation situation, Instant now) {
    new ChangeStore(handle).ofSituation(situation.id());
    handle
        .createUpdate(
            """
            INSERT INTO situation (id, country, created_at) VALUES (:id, :country, :now)
            ON CONFLICT (id) DO UPDATE SET country = excluded.country
            """)
        .bind("id", situation.id())
        .bind("country", situation.country())
        .bind("now", now)
        .execute();
    handle.execute("DELETE FROM situation_text WHERE situation_id = ?", situation.id());
    TreeSet<String> languages = new TreeSet<>(situation.titles().byLanguage().keySet());
    languages.addAll(situation.narratives().byLanguage().keySet());
    for (String language : languages) {
      handle.execute(
          """
          INSERT INTO situation_text (situation_id, language, title, narrative)
          VALUES (?, ?, ?, ?)
          """,
          situation.id(),
          language,
          situation.titles().byLanguage().get(language),
          situation.narratives().byLanguage().get(language));
    }
    handle.execute("DELETE FROM situation_theme WHERE situation_id = ?", situation.id());
    for (String theme : new TreeSet<>(situation.themes())) {
      handle.execute(
          "INSERT INTO situation_theme (situation_id, theme) VALUES (?, ?)", situation.id(), theme);
    }
  }

  /** Where no capsule shows it any more. */
  public void removeUnused(String id) {
    handle.execute(
        """
        DELETE FROM situation
        WHERE id = ? AND NOT EXISTS (SELECT 1 FROM capsule WHERE situation_id = situation.id)
        """,
        id);
  }

  /** Those of the ids that exist, without their narratives; for lists. */
  public Map<String, Situation> heads(Collection<String> ids) {
    return byIds(ids, "NULL");
  }

  /** Those of the ids that exist. */
  public Map<String, Situation> byIds(Collection<String> ids) {
    return byIds(ids, "narrative");
  }

  private Map<String, Situation> byIds(Collection<String> ids, String narrative) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<TextRow> texts =
        rows(
            "SELECT situation_id, language, title, "
                + narrative
                + " AS narrative FROM situation_text WHERE situation_id IN (<ids>)",
            ids,
            TextRow.class);
    List<ThemeRow> themes =
        rows(
            "SELECT situation_id, theme FROM situation_theme WHERE situation_id IN (<ids>)"
                + " ORDER BY theme",
            ids,
            ThemeRow.class);
    return rows("SELECT id, country FROM situation WHERE id IN (<ids>)", ids, Row.class).stream()
        .collect(Collectors.toMap(Row::id, row -> situation(row, texts, themes)));
  }

  private <T> List<T> rows(String sql, Collection<String> ids, Class<T> type) {
    return handle
        .createQuery(sql)
        .bindList("ids", List.copyOf(ids))
        .map(ConstructorMapper.of(type))
        .list();
  }

  private static Situation situation(Row row, List<TextRow> texts, List<ThemeRow> themes) {
    List<TextRow> own = texts.stream().filter(t -> t.situationId().equals(row.id())).toList();
    return new Situation(
        row.id(),
        texts(own, true),
        texts(own, false),
        themes.stream()
            .filter(theme -> theme.situationId().equals(row.id()))
            .map(ThemeRow::theme)
            .toList(),
        row.country());
  }

  private static Texts texts(List<TextRow> rows, boolean titles) {
    return Texts.of(
        rows.stream()
            .flatMap(row -> row.text(titles ? row.title() : row.narrative()).stream())
            .toList());
  }

  record Row(String id, @Nullable String country) {}

  record ThemeRow(String situationId, String theme) {}

  record TextRow(
      String situationId, String language, @Nullable String title, @Nullable String narrative) {
    List<Text> text(@Nullable String value) {
      return value == null ? List.of() : List.of(new Text(language, value));
    }
  }
}
