package org.capsula.pipeline.catalog.capsule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.capsula.pipeline.catalog.Folding;
import org.capsula.pipeline.catalog.Text;
import org.capsula.pipeline.catalog.Texts;
import org.capsula.pipeline.catalog.change.ChangeStore;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps titles, summaries and keywords. */
public final class CapsuleTextStore {
  private final Handle handle;

  public CapsuleTextStore(Session session) {
    handle = session.handle();
  }

  /** In place of all that was said before. */
  public void replace(String capsuleId, CapsuleTexts texts) {
    new ChangeStore(handle).of(capsuleId);
    handle.execute("DELETE FROM capsule_text WHERE capsule_id = ?", capsuleId);
    handle.execute("DELETE FROM capsule_keyword WHERE capsule_id = ?", capsuleId);
    TreeSet<String> languages = new TreeSet<>(texts.titles().byLanguage().keySet());
    languages.addAll(texts.summaries().byLanguage().keySet());
    for (String language : languages) {
      String title = texts.titles().byLanguage().get(language);
      String summary = texts.summaries().byLanguage().get(language);
      handle.execute(
          """
          INSERT INTO capsule_text (capsule_id, language, title, summary, folded)
          VALUES (?, ?, ?, ?, ?)
          """,
          capsuleId,
          language,
          title,
          summary,
          Folding.fold(
              Objects.requireNonNullElse(title, "")
                  + " "
                  + Objects.requireNonNullElse(summary, "")));
    }
    texts
        .keywords()
        .forEach(
            (language, words) ->
                new TreeSet<>(words)
                    .forEach(
                        word ->
                            handle.execute(
                                """
                                INSERT INTO capsule_keyword (capsule_id, language, keyword)
                                VALUES (?, ?, ?)
                                """,
                                capsuleId,
                                language,
                                word)));
  }

  /** Titles and summaries alone, for lists. Nothing is said of those that are missing. */
  public Map<String, CapsuleTexts> heads(Collection<String> capsuleIds) {
    return byIds(capsuleIds, Map.of());
  }

  /** Nothing is said of those that are missing. */
  public Map<String, CapsuleTexts> byIds(Collection<String> capsuleIds) {
    return byIds(capsuleIds, keywords(capsuleIds));
  }

  private Map<String, CapsuleTexts> byIds(
      Collection<String> capsuleIds, Map<String, Map<String, List<String>>> keywords) {
    if (capsuleIds.isEmpty()) {
      return Map.of();
    }
    Map<String, List<Text>> titles = new HashMap<>();
    Map<String, List<Text>> summaries = new HashMap<>();
    for (TextRow row :
        rows(
            """
            SELECT capsule_id, language, title, summary FROM capsule_text
            WHERE capsule_id IN (<ids>)
            """,
            capsuleIds,
            row ->
                new TextRow(
                    row.getString(1), row.getString(2), row.getString(3), row.getString(4)))) {
      add(titles, row, row.title());
      add(summaries, row, row.summary());
    }
    Map<String, CapsuleTexts> texts = new HashMap<>();
    for (String id : capsuleIds) {
      texts.put(
          id,
          new CapsuleTexts(
              Texts.of(titles.getOrDefault(id, List.of())),
              Texts.of(summaries.getOrDefault(id, List.of())),
              keywords.getOrDefault(id, Map.of())));
    }
    return texts;
  }

  private Map<String, Map<String, List<String>>> keywords(Collection<String> capsuleIds) {
    Map<String, Map<String, List<String>>> keywords = new HashMap<>();
    if (capsuleIds.isEmpty()) {
      return keywords;
    }
    for (KeywordRow row :
        rows(
            """
            SELECT capsule_id, language, keyword FROM capsule_keyword
            WHERE capsule_id IN (<ids>) ORDER BY keyword
            """,
            capsuleIds,
            row -> new KeywordRow(row.getString(1), row.getString(2), row.getString(3)))) {
      keywords
          .computeIfAbsent(row.capsuleId(), id -> new HashMap<>())
          .computeIfAbsent(row.language(), language -> new ArrayList<>())
          .add(row.keyword());
    }
    return keywords;
  }

  private static void add(Map<String, List<Text>> texts, TextRow row, @Nullable String value) {
    if (value != null) {
      texts
          .computeIfAbsent(row.capsuleId(), id -> new ArrayList<>())
          .add(new Text(row.language(), value));
    }
  }

  private <T> List<T> rows(String sql, Collection<String> ids, Reading<T> reading) {
    return handle
        .createQuery(sql)
        .bindList("ids", List.copyOf(ids))
        .map((row, context) -> reading.read(row))
        .list();
  }

  /** By position: a page of the catalogue reads hundreds of these rows. */
  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  record TextRow(
      String capsuleId, String language, @Nullable String title, @Nullable String summary) {}

  record KeywordRow(String capsuleId, String language, String keyword) {}
}
