package org.capsula.pipeline.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.capsula.pipeline.catalog.TestCatalogue.NOON;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.capsula.pipeline.catalog.TestCatalogue;
import org.capsula.pipeline.production.Production.State;
import org.capsula.pipeline.production.ProductionStore.Lease;
import org.capsula.pipeline.production.ProductionStore.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A production from queue to end, and that a stale attempt writes nothing. */
class ProductionStoreTest {
  private static final Instant BEGUN = NOON.plusMillis(1);
  private static final Instant ENDED = NOON.plusMillis(2);
  private static final Reason REASON = new Reason("machine-failure", "The disk is full.", true);

  @TempDir private Path folder;

  private TestCatalogue catalogue;

  @BeforeEach
  void open() {
    catalogue = new TestCatalogue(folder);
    catalogue.addDraft("a");
    with(
        store -> {
          store.queue("p", "a", NOON);
          return 0;
        });
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  @Test
  void queued_knowsNothingMore() {
    assertThat(find())
        .isEqualTo(
            new Production(
                "p", "a", State.QUEUED, null, 0, null, null, false, 0, 0, NOON, null, null, null));
  }

  @Test
  void done_comesBackWithEverything() {
    Lease lease = begin();
    assertThat(did(store -> store.progress(lease, "transcode", 40))).isTrue();
    assertThat(did(store -> store.finish(lease, "e", ENDED))).isTrue();

    assertThat(find())
        .isEqualTo(
            new Production(
                "p",
                "a",
                State.DONE,
                "transcode",
                100,
                null,
                null,
                false,
                1,
                1,
                NOON,
                BEGUN,
                ENDED,
                "e"));
    assertThat(this.<OptionalLong>with(store -> store.begin("p", ENDED))).isEmpty();
  }

  @Test
  void gaveUpForAnotherAttempt_keepsItsReason() {
    Lease lease = begin();
    with(store -> store.giveUp(lease, State.QUEUED, REASON, ENDED));

    assertThat(find())
        .isEqualTo(
            new Production(
                "p",
                "a",
                State.QUEUED,
                null,
                0,
                "machine-failure",
                "The disk is full.",
                true,
                1,
                1,
                NOON,
                BEGUN,
                null,
                null));
    assertThat(this.<List<Production>>with(store -> store.underWay()))
        .extracting(Production::id)
        .containsExactly("p");
  }

  @Test
  void staleAttempt_writesNothing() {
    Lease stale = begin();
    Lease newer = begin();

    assertThat(did(store -> store.progress(stale, "transcode", 99))).isFalse();
    assertThat(did(store -> store.finish(stale, "wrong", ENDED))).isFalse();
    assertThat(did(store -> store.giveUp(stale, State.FAILED, REASON, ENDED))).isFalse();
    assertThat(did(store -> store.handBack(stale))).isFalse();
    assertThat(did(store -> store.finish(newer, "right", ENDED))).isTrue();
    assertThat(find().editionId()).isEqualTo("right");
  }

  @Test
  void handedBack_isAsIfNeverBegun() {
    Lease lease = begin();

    assertThat(did(store -> store.handBack(lease))).isTrue();
    assertThat(find().state()).isEqualTo(State.QUEUED);
    assertThat(find().attempts()).isZero();
  }

  @Test
  void cancelled_whileQueued_endsAtOnce() {
    assertThat(this.<Optional<State>>with(store -> store.cancel("p", ENDED)))
        .contains(State.CANCELLED);
    assertThat(find().endedAt()).isEqualTo(ENDED);
    assertThat(this.<List<Production>>with(store -> store.underWay())).isEmpty();
  }

  @Test
  void cancelled_whileRunning_tellsTheAttempt() {
    Lease lease = begin();

    assertThat(this.<Optional<State>>with(store -> store.cancel("p", ENDED)))
        .contains(State.RUNNING);
    assertThat(did(store -> store.progress(lease, "transcode", 50))).isFalse();
  }

  @Test
  void cancelled_whatIsNot_isNone() {
    assertThat(this.<Optional<State>>with(store -> store.cancel("q", ENDED))).isEmpty();
  }

  @Test
  void ofCapsule_isNewestFirst() {
    with(
        store -> {
          store.queue("q", "a", NOON.plusMillis(5));
          return 0;
        });

    assertThat(this.<List<Production>>with(store -> store.ofCapsule("a")))
        .extracting(Production::id)
        .containsExactly("q", "p");
    assertThat(this.<List<Production>>with(store -> store.underWay()))
        .extracting(Production::id)
        .containsExactly("p", "q");
  }

  private Lease begin() {
    return new Lease("p", with(store -> store.begin("p", BEGUN)).getAsLong());
  }

  private Production find() {
    return with(store -> store.find("p")).orElseThrow();
  }

  private boolean did(Function<ProductionStore, Boolean> work) {
    return with(work);
  }

  private <T> T with(Function<ProductionStore, T> work) {
    return catalogue.write(session -> work.apply(new ProductionStore(session)));
  }
}
