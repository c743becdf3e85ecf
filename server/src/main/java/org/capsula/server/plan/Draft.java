package org.capsula.server.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.collection.CollectionStore;
import org.capsula.pipeline.catalog.release.Release;
import org.capsula.pipeline.database.Session;
import org.capsula.server.plan.Steps.Asked;
import org.capsula.server.release.Fault;
import org.capsula.server.release.ReleaseJson;
import org.capsula.server.release.ReleaseWords;
import org.capsula.server.release.Standings;
import org.capsula.server.release.Wish;
import org.capsula.server.release.Wishes;
import org.capsula.server.release.Wishes.FaultException;
import org.jspecify.annotations.Nullable;

/**
 * What a plan would come to.
 *
 * @param planned in the collection's order
 * @param asked the times that had to be asked back, answered or not
 * @param fault what is wrong for all of them, so that they are left; null where nothing is
 */
record Draft(List<Planned> planned, List<Asked> asked, @Nullable Fault fault) {
  /**
   * One capsule of the collection.
   *
   * @param now how it stands before
   * @param wish null for one that is left as it is
   * @param release what the wish comes to; null where it is left, and where it is not clear
   * @param fault what is not clear; null where nothing is
   */
  record Planned(
      String capsule,
      ReleaseJson now,
      @Nullable Wish wish,
      @Nullable Release release,
      @Nullable Fault fault) {

    /** The local time that is not clear; null where nothing is. */
    @Nullable String asked() {
      if (wish == null || fault == null) {
        return null;
      }
      return fault.field().equals("opens") ? wish.opens() : wish.closes();
    }
  }

  /** How the capsules of a collection stand. */
  record Standing(Session session, String collection, ReleaseWords words, Instant now) {
    List<Planned> left() {
      Standings standings = new Standings(words.language());
      return new CollectionStore(session)
          .capsules(collection).stream()
              .map(id -> new Planned(id, standings.of(session, id, now), null, null, null))
              .toList();
    }
  }

  /** Of no plan: everything stays as it is. */
  static Draft none(Standing standing) {
    return new Draft(standing.left(), List.of(), null);
  }

  /** A time that is not clear is asked back of its capsule alone. */
  static Draft of(Plan plan, Standing standing) {
    List<Planned> left = standing.left();
    try {
      Steps steps = Steps.of(plan);
      List<Planned> planned = planned(left, steps, plan.again());
      return new Draft(planned, steps.asked(), null);
    } catch (FaultException e) {
      return new Draft(left, List.of(), e.fault());
    }
  }

  private static List<Planned> planned(List<Planned> left, Steps steps, boolean again)
      throws FaultException {
    List<Planned> planned = new ArrayList<>();
    int others = 0;
    for (Planned each : left) {
      boolean stays = !again && each.now().standsOpen();
      planned.add(stays ? each : one(each, steps.wish(others)));
      others += stays ? 0 : 1;
    }
    return List.copyOf(planned);
  }

  private static Planned one(Planned left, Wish wish) throws FaultException {
    try {
      Release release = Wishes.release(left.capsule(), wish);
      return new Planned(left.capsule(), left.now(), wish, release, null);
    } catch (FaultException e) {
      if (e.fault().meanings().isEmpty()) {
        throw e;
      }
      return new Planned(left.capsule(), left.now(), wish, null, e.fault());
    }
  }

  /** Whether it can be saved, as far as it is understood. */
  boolean isClear() {
    return fault == null && planned.stream().allMatch(each -> each.fault() == null);
  }

  List<Release> releases() {
    return planned.stream().map(Planned::release).flatMap(Stream::ofNullable).toList();
  }

  /** The same for the same releases: what is saved has to be what was seen. */
  String mark() {
    return Integer.toHexString(releases().toString().hashCode());
  }
}
