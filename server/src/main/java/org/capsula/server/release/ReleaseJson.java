package org.capsula.server.release;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.capsula.pipeline.catalog.release.ReleaseStore.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What is decided of a capsule, and what still hinders that it is shown.
 *
 * @param state draft, scheduled, open or closed: what is decided, whatever hinders it
 * @param audience public, signed-in or link; null for a draft
 * @param opens in UTC; null for a draft
 * @param closes in UTC; null where it does not
 * @param page where the public sees it; null while it does not
 * @param link the address that only those have who were given it; null where it never had one
 * @param terms as they were decided; null for a draft
 * @param hindrances to be settled before anybody sees it; empty where nothing is in the way
 */
public record ReleaseJson(
    String state,
    @Nullable String audience,
    @Nullable String opens,
    @Nullable String closes,
    @Nullable String page,
    @Nullable String link,
    @Nullable Wish terms,
    List<HindranceJson> hindrances) {

  /**
   * Something that is in the way.
   *
   * @param code no-film, held, languages, unreviewed or unapproved
   * @param sentence in the language of whoever asks
   */
  public record HindranceJson(String code, String sentence) {}

  static ReleaseJson of(Decided decided, List<HindranceJson> hindrances, Instant now) {
    Standing standing = decided.standing();
    Instant closes = standing.closesAt();
    return new ReleaseJson(
        state(standing, now),
        standing.audience(),
        standing.opensAt() == null ? null : Objects.toString(standing.opensAt()),
        closes == null ? null : closes.toString(),
        decided.page(),
        decided.link(),
        decided.terms(),
        hindrances);
  }

  /**
   * What is known of a capsule's release; null as in the JSON.
   *
   * @param standing with what it lacks whatever was decided
   */
  record Decided(
      Standing standing, @Nullable String page, @Nullable String link, @Nullable Wish terms) {}

  /** Whether it was decided that it is open now; something may hinder it. */
  public boolean standsOpen() {
    return state.equals("open");
  }

  private static String state(Standing standing, Instant now) {
    Instant opens = standing.opensAt();
    Instant closes = standing.closesAt();
    if (opens == null) {
      return "draft";
    }
    if (closes != null && !closes.isAfter(now)) {
      return "closed";
    }
    return opens.isAfter(now) ? "scheduled" : "open";
  }
}
