package org.capsula.pipeline.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.capsula.pipeline.library.Library;

/**
 * Where the libraries of tests keep their data: in SQLite, or with {@code
 * -Dcapsula.test.database=postgresql} each in a new database of a real server.
 */
public final class TestDatabase {
  private static final boolean POSTGRESQL =
      System.getProperty("capsula.test.database", "sqlite").equals("postgresql");

  private static final Map<Path, String> URLS = new ConcurrentHashMap<>();

  private TestDatabase() {}

  public static boolean isPostgreSql() {
    return POSTGRESQL;
  }

  /** Of the library in this folder: the same each time. */
  public static Engine of(Path library) {
    return POSTGRESQL
        ? Engine.postgresql(url(library), Map.of())
        : Engine.sqlite(library.resolve("capsula.db"));
  }

  /** One that has no schema yet. */
  static Engine empty(Path library) {
    return POSTGRESQL
        ? Engine.postgresql(PostgreSqlServer.ofThisProgram().newDatabase(), Map.of())
        : of(library);
  }

  /** For JDBC. */
  public static String url(Path library) {
    return POSTGRESQL
        ? URLS.computeIfAbsent(
            library.toAbsolutePath(),
            any -> PostgreSqlServer.ofThisProgram().newDatabase("TEMPLATE " + Template.NAME))
        : "jdbc:sqlite:" + library.resolve("capsula.db");
  }

  /** With the schema in it already: making it takes longer than most tests. */
  private static final class Template {
    static final String NAME = made();

    private static String made() {
      PostgreSqlServer server = PostgreSqlServer.ofThisProgram();
      String url = server.newDatabase();
      Schema.open(Engine.postgresql(url, Map.of())).close();
      return PostgreSqlServer.name(url);
    }
  }

  public static Library library(Path folder) {
    return Library.open(folder, of(folder));
  }

  public static Database open(Path folder) {
    return Schema.open(of(folder));
  }
}
