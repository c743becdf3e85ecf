package org.capsula.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.capsula.pipeline.library.Library;
import org.capsula.pipeline.library.LibraryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PostgreSQL has and SQLite has not: another machine, other programs, a language's order. */
class PostgreSqlTest {
  private static final PostgreSqlServer SERVER = PostgreSqlServer.ofThisProgram();

  @TempDir private Path folder;

  private static Engine engine(String url) {
    return Engine.postgresql(url, Map.of());
  }

  @Test
  void server_thatDoesNotRun_isSaidWithoutThePassword() {
    Engine nobody = engine("jdbc:postgresql://127.0.0.1:1/capsula?user=u&password=hush");

    assertThatThrownBy(() -> Schema.open(nobody))
        .isInstanceOf(DatabaseException.class)
        .hasMessage(
            "The database “capsula” at 127.0.0.1:1 cannot be reached; see whether it runs there and"
                + " lets this machine in.");
  }

  @Test
  void database_thatDoesNotExist_isSaidWithTheWayToMakeIt() {
    String url = SERVER.newDatabase().replaceFirst("library[0-9]+", "nowhere");

    assertThatThrownBy(() -> Schema.open(engine(url)))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("“nowhere”")
        .hasMessageEndingWith(
            "does not exist; make it: createdb --template=template0 --encoding=UTF8 --locale=C"
                + " NAME");
  }

  @Test
  void user_whoMayNotComeIn_isSaid() {
    String url = SERVER.newDatabase().replace("user=capsula", "user=stranger");

    assertThatThrownBy(() -> Schema.open(engine(url)))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("does not let this user in");
  }

  @Test
  void database_thatSortsByALanguage_isRefusedAndLeftEmpty() throws Exception {
    String url =
        SERVER.newDatabase("TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'fr' LOCALE 'C'");

    assertThatThrownBy(() -> Schema.open(engine(url)))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("sorts text by the rules of a language")
        .hasMessageEndingWith("createdb --template=template0 --encoding=UTF8 --locale=C NAME");
    assertThat(tables(url)).isZero();
  }

  @Test
  void database_ofAnotherProgram_isRefusedAndLeftAsItIs() throws Exception {
    String url = SERVER.newDatabase();
    execute(url, "CREATE TABLE someone_elses (id TEXT)");

    assertThatThrownBy(() -> Schema.open(engine(url)))
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith("The database “")
        .hasMessageEndingWith("choose another --database.");
    assertThat(tables(url)).isEqualTo(1);
  }

  @Test
  void database_ofANewerProgram_isRefused() {
    String url = SERVER.newDatabase();
    Schema.open(engine(url), "classpath:db/migration", "classpath:db/later").close();

    assertThatThrownBy(() -> Schema.open(engine(url)))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("was made by a newer Capsula (step 999");
  }

  @Test
  void step_thatFailsHalfWay_leavesTheDatabaseAsItWas() throws Exception {
    String url = SERVER.newDatabase();
    Schema.open(engine(url)).close();
    int before = tables(url);

    assertThatThrownBy(
            () -> Schema.open(engine(url), "classpath:db/migration", "classpath:db/failing"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("could not be brought up to date");
    assertThat(tables(url)).isEqualTo(before);
    Schema.open(engine(url)).close();
  }

  @Test
  void transactions_ofTwoPrograms_writeOneAfterTheOther() throws Exception {
    String url = SERVER.newDatabase();
    CountDownLatch inside = new CountDownLatch(1);
    try (Database one = Schema.open(engine(url));
        Database other = Schema.open(engine(url))) {
      one.useTransaction(session -> insert(session, "n", 0));
      CompletableFuture<Void> second =
          one.inTransaction(
              session -> {
                long read = bytes(session);
                CompletableFuture<Void> theirs =
                    CompletableFuture.runAsync(
                        () -> {
                          inside.countDown();
                          other.useTransaction(s -> set(s, bytes(s) + 1));
                        });
                await(inside);
                set(session, read + 1);
                return theirs;
              });
      second.join();

      assertThat(one.<Long>look(PostgreSqlTest::bytes)).isEqualTo(2);
    }
  }

  /** As a frozen program does, or one whose machine lost its power. */
  @Test
  void transaction_ofAProgramThatGivesNoSignOfLife_holdsUpTheOthersForSecondsOnly()
      throws Exception {
    String url = SERVER.newDatabase();
    try (Database database = Schema.open(engine(url));
        Pools pools = engine(url).pools()) {
      Connection frozen = pools.writer().getConnection();
      frozen.setAutoCommit(false);
      // What the engine does at the beginning of each transaction.
      run(frozen, "SELECT pg_advisory_xact_lock(" + 0x63_61_70_73_75_6c_61L + ")");

      database.useTransaction(session -> insert(session, "n", 0));

      assertThatThrownBy(() -> run(frozen, "SELECT 1")).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void folder_andDatabase_stayTogether() throws Exception {
    Path home = folder.resolve("library");
    String url = SERVER.newDatabase();
    try (Library library = Library.open(home, engine(url))) {
      library.storage().store("footage");
    }
    Library.open(home, engine(url)).close();

    assertThatThrownBy(() -> Library.open(home))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("has its database in PostgreSQL; give --database");
    assertThatThrownBy(() -> Library.open(folder.resolve("other"), engine(url)))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("is not the one of the database “");
    assertThatThrownBy(() -> Library.open(home, engine(SERVER.newDatabase())).close())
        .isInstanceOf(LibraryException.class);
    assertThat(home.resolve("capsula.db")).doesNotExist();
  }

  @Test
  void folder_withADatabaseOfItsOwn_takesNoOther() {
    Path home = folder.resolve("library");
    Library.open(home).close();

    assertThatThrownBy(() -> Library.open(home, engine(SERVER.newDatabase())))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("has its own database (capsula.db)");
    assertThat(Files.exists(home.resolve("database-id"))).isFalse();
  }

  @Test
  void clock_thatGoesWrong_isMeasured() {
    try (Database database = Schema.open(engine(SERVER.newDatabase()))) {
      Clock right = Clock.system(ZoneOffset.UTC);
      assertThat(database.aheadOf(right).abs()).isLessThan(Duration.ofSeconds(1));
      assertThat(database.aheadOf(Clock.offset(right, Duration.ofSeconds(-60))))
          .isBetween(Duration.ofSeconds(59), Duration.ofSeconds(61));
    }
  }

  @Test
  void clock_thatGoesWrong_keepsAProgramFromStarting() {
    Clock right = Clock.system(ZoneOffset.UTC);
    try (Library library = Library.open(folder, engine(SERVER.newDatabase()))) {
      library.requireSameTime(Clock.offset(right, Duration.ofMillis(1_500)));
      Clock wrong = Clock.fixed(Instant.parse("2026-11-23T09:00:00.123456Z"), ZoneOffset.UTC);

      assertThatThrownBy(() -> library.requireSameTime(wrong))
          .isInstanceOf(LibraryException.class)
          .hasMessageStartingWith(
              "It is 2026-11-23T09:00:00.123Z by the clock of this machine, and 2")
          .hasMessageContaining("Z by that of the database “")
          .hasMessageEndingWith(
              "; set them by the same time server (more than 2 s apart is too much), and start"
                  + " again.");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void insert(Session session, String hash, long bytes) {
    session.handle().execute("INSERT INTO stored_file VALUES (?, ?, 0)", hash, bytes);
  }

  private static long bytes(Session session) {
    return session.handle().createQuery("SELECT bytes FROM stored_file").mapTo(Long.class).one();
  }

  private static void set(Session session, long bytes) {
    session.handle().execute("UPDATE stored_file SET bytes = ?", bytes);
  }

  private static int tables(String url) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'public'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void execute(String url, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(url)) {
      run(connection, sql);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
