package org.capsula.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.util.Throwables;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions, and how times are kept. */
class DatabaseTest {
  private static final String INSERT =
      "INSERT INTO stored_file (sha256, bytes, stored_at) VALUES (?, ?, ?)";

  @TempDir private Path folder;

  private Database database;

  @BeforeEach
  void open() {
    database = TestDatabase.open(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void transaction_thatFailsHalfWay_leavesNothing() {
    assertThatThrownBy(
            () ->
                database.useTransaction(
                    session -> {
                      insert(session, "a");
                      throw new IllegalStateException("half-way");
                    }))
        .hasMessage("half-way");

    assertThat(hashes()).isEmpty();
  }

  @Test
  void transaction_withARefusedStatement_leavesNothing() {
    assertThatThrownBy(
            () ->
                database.useTransaction(
                    session -> {
                      insert(session, "a");
                      insert(session, "a");
                    }))
        .isInstanceOf(JdbiException.class);

    assertThat(hashes()).isEmpty();
    database.useTransaction(session -> insert(session, "b"));
    assertThat(hashes()).containsExactly("b");
  }

  /** It is logged, and shown to admins. */
  @Test
  void messageOfARefusedStatement_hasTheStatementAndNothingThatWasBound() {
    database.useTransaction(session -> insert(session, "secret-word"));

    assertThatThrownBy(() -> database.useTransaction(session -> insert(session, "secret-word")))
        .isInstanceOf(JdbiException.class)
        .hasMessageContaining("INSERT INTO stored_file")
        .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain("secret-word"));
  }

  @Test
  void transaction_beforeItsEnd_isSeenByNobodyElse() {
    database.useTransaction(
        session -> {
          insert(session, "a");
          assertThat(hashes()).isEmpty();
        });

    assertThat(hashes()).containsExactly("a");
  }

  @Test
  void look_whileOthersWrite_seesOneState() {
    database.useTransaction(session -> insert(session, "a"));
    database.look(
        session -> {
          assertThat(hashes(session)).containsExactly("a");
          database.useTransaction(other -> insert(other, "b"));
          assertThat(hashes(session)).containsExactly("a");
          return 0;
        });

    assertThat(hashes()).containsExactly("a", "b");
  }

  @Test
  void look_thatWrites_isRefused() {
    assertThatThrownBy(
            () ->
                database.look(
                    session -> {
                      insert(session, "a");
                      return 0;
                    }))
        .hasRootCauseInstanceOf(SQLException.class);

    assertThat(hashes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999Z",
        "2026-11-23T03:00:00.123Z",
        "9999-12-31T23:59:59.999Z"
      })
  void instant_toTheMillisecond_comesBack(Instant instant) {
    assertThat(this.<Instant>one(Instant.class, "SELECT ?", instant)).isEqualTo(instant);
  }

  @Test
  void instant_finerThanAMillisecond_isCutDownwards() {
    assertThat(
            this.<Instant>one(
                Instant.class, "SELECT ?", Instant.parse("2026-11-23T03:00:00.123999Z")))
        .isEqualTo(Instant.parse("2026-11-23T03:00:00.123Z"));
    assertThat(
            this.<Instant>one(
                Instant.class, "SELECT ?", Instant.parse("1969-12-31T23:59:59.999999Z")))
        .isEqualTo(Instant.parse("1969-12-31T23:59:59.999Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.001S", "PT15M", "PT-1S", "PT100000H"})
  void duration_toTheMillisecond_comesBack(Duration duration) {
    assertThat(this.<Duration>one(Duration.class, "SELECT ?", duration)).isEqualTo(duration);
  }

  @Test
  void unknownTimes_stayUnknown() {
    Times unknown = new Times(null, null);

    assertThat(
            database.<Times>look(
                session ->
                    session
                        .handle()
                        .createQuery("SELECT :at AS at, :length AS length")
                        .bindMethods(unknown)
                        .map(ConstructorMapper.of(Times.class))
                        .one()))
        .isEqualTo(unknown);
  }

  /** Each may be unknown. */
  public record Times(@Nullable Instant at, @Nullable Duration length) {}

  private <T> T one(Class<T> type, String sql, Object value) {
    return database.look(
        session -> session.handle().createQuery(sql).bind(0, value).mapTo(type).one());
  }

  private static void insert(Session session, String hash) {
    session.handle().execute(INSERT, hash, 1, Instant.EPOCH);
  }

  private List<String> hashes() {
    return database.look(DatabaseTest::hashes);
  }

  private static List<String> hashes(Session session) {
    return session
        .handle()
        .createQuery("SELECT sha256 FROM stored_file ORDER BY sha256")
        .mapTo(String.class)
        .list();
  }
}
