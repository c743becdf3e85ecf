package org.capsula.pipeline.production;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.database.Session;
import org.capsula.pipeline.production.Production.State;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps productions. Whatever an attempt writes carries its token and is refused when stale. */
public final class ProductionStore {
  static final String SELECT =
      """
      SELECT id, capsule_id, state, step, percent, reason_code, reason, machine_fault, attempts,
             token, queued_at, started_at, ended_at, edition_id
      FROM production
      """;

  private final Handle handle;

  public ProductionStore(Session session) {
    handle = readable(session.handle());
  }

  /** A handle that knows the words of {@link State}. */
  static Handle readable(Handle handle) {
    handle.registerColumnMapper(
        State.class,
        (row, column, context) -> State.valueOf(row.getString(column).toUpperCase(Locale.ROOT)));
    return handle;
  }

  /** It will make the part of the footage that its capsule is to be now. */
  public void queue(String id, String capsuleId, Instant now) {
    handle.execute(
        """
        INSERT INTO production (id, capsule_id, state, percent, machine_fault, attempts, token,
                                cancel_requested, queued_at, trim_start, trim_end)
        SELECT ?, id, 'queued', 0, ?, 0, 0, ?, ?, trim_start, trim_end FROM capsule WHERE id = ?
        """,
        id,
        false,
        false,
        now,
        capsuleId);
  }

  /** The part of the footage that it makes, whatever its capsule is to be since. */
  public Trim trim(String id) {
    return handle
        .createQuery("SELECT trim_start, trim_end FROM production WHERE id = ?")
        .bind(0, id)
        .map(
            (row, context) ->
                new Trim(
                    Duration.ofMillis(row.getLong(1)),
                    row.getObject(2) == null ? null : Duration.ofMillis(row.getLong(2))))
        .one();
  }

  /**
   * Begins an attempt, whether nobody works on it or somebody seems to: that one's token is stale
   * from now on.
   *
   * @return the attempt's token; empty when the production has come to its end already
   */
  public OptionalLong begin(String id, Instant now) {
    return handle
        .createQuery(
            """
            UPDATE production
            SET state = 'running', step = NULL, percent = 0, attempts = attempts + 1,
                token = token + 1, started_at = :now
            WHERE id = :id AND state IN ('queued', 'running')
            RETURNING token
            """)
        .bind("id", id)
        .bind("now", now)
        .mapTo(Long.class)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /**
   * @return whether the attempt may go on; not when it is stale or somebody wants it stopped
   */
  public boolean progress(Lease lease, String step, int percent) {
    return handle
        .createQuery(
            """
            UPDATE production SET step = :step, percent = :percent
            WHERE id = :id AND token = :token AND state = 'running'
            RETURNING cancel_requested
            """)
        .bind("step", step)
        .bind("percent", percent)
        .bind("id", lease.productionId())
        .bind("token", lease.token())
        .mapTo(Boolean.class)
        .findOne()
        .map(cancel -> !cancel)
        .orElse(false);
  }

  /**
   * @return whether it was written; not when the attempt is stale
   */
  public boolean finish(Lease lease, String editionId, Instant now) {
    return handle.execute(
            """
            UPDATE production
            SET state = 'done', percent = 100, edition_id = ?, reason_code = NULL, reason = NULL,
                ended_at = ?
            WHERE id = ? AND token = ? AND state = 'running'
            """,
            editionId,
            now,
            lease.productionId(),
            lease.token())
        == 1;
  }

  /**
   * Ends the attempt without a result.
   *
   * @param next {@code queued} for another attempt, else how the production ends
   */
  public boolean giveUp(Lease lease, State next, Reason reason, Instant now) {
    return handle
            .createUpdate(
                """
                UPDATE production
                SET state = :state, reason_code = :code, reason = :reason,
                    machine_fault = :machine, ended_at = :ended
                WHERE id = :id AND token = :token AND state = 'running'
                """)
            .bind("state", next.word())
            .bind("code", reason.code())
            .bind("reason", reason.sentence())
            .bind("machine", reason.machineFault())
            .bind("ended", next.isEnd() ? now : null)
            .bind("id", lease.productionId())
            .bind("token", lease.token())
            .execute()
        == 1;
  }

  /** Whether somebody wants it stopped. */
  public boolean isCancelRequested(Lease lease) {
    return handle
        .createQuery("SELECT cancel_requested FROM production WHERE id = ? AND token = ?")
        .bind(0, lease.productionId())
        .bind(1, lease.token())
        .mapTo(Boolean.class)
        .findOne()
        .orElse(false);
  }

  /** Ends the attempt as if it had never begun. */
  public boolean handBack(Lease lease) {
    return handle.execute(
            """
            UPDATE production SET state = 'queued', attempts = attempts - 1, step = NULL, percent = 0
            WHERE id = ? AND token = ? AND state = 'running'
            """,
            lease.productionId(),
            lease.token())
        == 1;
  }

  /**
   * Stops it: at once where nobody works on it, else the attempt under way learns of it.
   *
   * @return the state after this
   */
  public Optional<State> cancel(String id, Instant now) {
    handle.execute(
        """
        UPDATE production SET state = 'cancelled', ended_at = ? WHERE id = ? AND state = 'queued'
        """,
        now,
        id);
    handle.execute(
        "UPDATE production SET cancel_requested = ? WHERE id = ? AND state = 'running'", true, id);
    return find(id).map(Production::state);
  }

  public Optional<Production> find(String id) {
    return handle
        .createQuery(SELECT + "WHERE id = ?")
        .bind(0, id)
        .map(ConstructorMapper.of(Production.class))
        .findOne();
  }

  /** Newest first. */
  public List<Production> ofCapsule(String capsuleId) {
    return handle
        .createQuery(SELECT + "WHERE capsule_id = ? ORDER BY queued_at DESC, id DESC")
        .bind(0, capsuleId)
        .map(ConstructorMapper.of(Production.class))
        .list();
  }

  public long count(State state) {
    return handle
        .createQuery("SELECT COUNT(*) FROM production WHERE state = ?")
        .bind(0, state.word())
        .mapTo(Long.class)
        .one();
  }

  /** Queued and running ones, in the order of their queueing. */
  public List<Production> underWay() {
    return handle
        .createQuery(SELECT + "WHERE state IN ('queued', 'running') ORDER BY queued_at, id")
        .map(ConstructorMapper.of(Production.class))
        .list();
  }

  /**
   * Why there is no result.
   *
   * @param machineFault only then does another attempt make sense
   */
  public record Reason(String code, String sentence, boolean machineFault) {}

  /** One attempt's right to write. */
  public record Lease(String productionId, long token) {}
}
