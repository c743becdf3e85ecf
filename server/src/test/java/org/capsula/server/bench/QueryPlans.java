package org.capsula.server.bench;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.DocumentStore;
import org.capsula.pipeline.catalog.capsule.TrackStore;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.catalog.situation.SituationStore;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Lasting;
import org.capsula.pipeline.catalog.viewing.Place;
import org.capsula.pipeline.catalog.viewing.ViewingStore;
import org.capsula.pipeline.database.Database;
import org.capsula.pipeline.database.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** How SQLite goes about what pages and API ask: the statements as the stores send them. */
final class QueryPlans {
  private final Map<String, List<String>> plans = new LinkedHashMap<>();
  private final Session session;

  private QueryPlans(Session session) {
    this.session = session;
  }

  /** Plans by what is asked. */
  static Map<String, List<String>> of(Database database, Instant now) {
    return database.look(
        session -> {
          QueryPlans all = new QueryPlans(session);
          all.viewings(now);
          all.whatIsSaidOfThem();
          return all.plans;
        });
  }

  private void viewings(Instant now) {
    ViewingStore viewings = new ViewingStore(session);
    Place place = new Place(now, "capsule-500");
    Filter language = Filter.ALL.withLanguage("el");
    Filter theme = Filter.ALL.withThemes(List.of("famille"));
    Filter all = new Filter("el", List.of("famille"), "BE", Lasting.LONG, null);
    explain("page", () -> viewings.page(Filter.ALL, null, 25, now));
    explain("page, next", () -> viewings.page(Filter.ALL, place, 25, now));
    explain("page, language", () -> viewings.page(language, place, 25, now));
    explain("page, theme", () -> viewings.page(theme, place, 25, now));
    explain("page, all filters", () -> viewings.page(all, place, 25, now));
    explain("among what was found", () -> viewings.among(List.of("a", "b"), all, now));
    explain("capsule by slug", () -> viewings.bySlug("a", now));
    explain("capsule by id", () -> viewings.byId("a", now));
    explain("file of an edition", () -> viewings.editionFile("a", "poster.jpg", now));
  }

  private void whatIsSaidOfThem() {
    List<String> ids = List.of("a", "b", "c");
    explain("texts", () -> new CapsuleTextStore(session).byIds(ids));
    explain("text tracks", () -> new TrackStore(session).byCapsules(ids));
    explain("collections", () -> new CollectionStore(session).titles(ids));
    explain("situations", () -> new SituationStore(session).byIds(ids));
    explain("documents", () -> new DocumentStore(session).of("a"));
    explain("encoded tracks", () -> new EditionStore(session).tracks("a"));
    explain("chapters", () -> new EditionStore(session).chapters("a"));
  }

  /** Whatever the stores send while the work is done. */
  private void explain(String name, Runnable work) {
    Handle handle = session.handle();
    List<String> sent = new java.util.ArrayList<>();
    SqlLogger before = handle.getConfig(SqlStatements.class).getSqlLogger();
    handle.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logAfterExecution(StatementContext context) {
            sent.add(context.getParsedSql().getSql());
          }
        });
    work.run();
    handle.setSqlLogger(before);
    for (int i = 0; i < sent.size(); i++) {
      plans.put(sent.size() == 1 ? name : name + " " + (i + 1), plan(handle, sent.get(i)));
    }
  }

  /** Values do not matter to it: there are no statistics, and it does not look at them. */
  private static List<String> plan(Handle handle, String sql) {
    try (var explain = handle.getConnection().prepareStatement("EXPLAIN QUERY PLAN " + sql);
        var rows = explain.executeQuery()) {
      List<String> steps = new java.util.ArrayList<>();
      while (rows.next()) {
        steps.add(rows.getString("detail"));
      }
      return steps;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /**
   * Whether a step reads a table from end to end. {@code SCAN c USING INDEX} walks an index, which
   * is what a page in that order with a LIMIT must do.
   */
  static boolean isFullScan(String step) {
    return step.startsWith("SCAN ")
        && !step.contains(" USING ")
        && !step.equals("SCAN CONSTANT ROW");
  }
}
