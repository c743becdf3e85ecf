package org.capsula.pipeline.database;

import java.util.ArrayList;
import java.util.List;

/** Whether a database is whole: its pages and indexes, and that no row names one that is gone. */
public final class Integrity {
  /** More of them say nothing new. */
  private static final int MOST = 20;

  private Integrity() {}

  /**
   * @return what is wrong, in the database's own words; empty where nothing is
   */
  public static List<String> faults(Database database) {
    return database.look(
        session -> {
          List<String> faults = new ArrayList<>();
          session
              .handle()
              .createQuery("PRAGMA integrity_check(" + MOST + ")")
              .mapTo(String.class)
              .stream()
              .filter(line -> !line.equals("ok"))
              .forEach(faults::add);
          session
              .handle()
              .createQuery("PRAGMA foreign_key_check")
              .map((row, context) -> row.getString("table") + " names " + row.getString("parent"))
              .stream()
              .limit(MOST)
              .forEach(line -> faults.add("a row of " + line + ", which has no such row"));
          return faults;
        });
  }
}
