package org.capsula.server.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.release.LinkKey;
import org.capsula.pipeline.catalog.release.Release.Audience;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.catalog.release.ReleaseStore.Lack;
import org.capsula.pipeline.catalog.release.ReleaseStore.Standing;
import org.capsula.pipeline.catalog.release.RequiredLanguage;
import org.capsula.pipeline.catalog.release.Review;
import org.capsula.pipeline.catalog.viewing.Eyes;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.catalog.viewing.ViewingStore;
import org.capsula.pipeline.database.Session;
import org.capsula.server.catalogue.Addresses;
import org.capsula.server.http.Problem;
import org.capsula.server.http.ProblemException;
import org.capsula.server.language.Formats;
import org.capsula.server.language.Messages;
import org.capsula.server.language.PageLanguage;
import org.capsula.server.release.ReleaseJson.HindranceJson;
import org.jspecify.annotations.Nullable;

/** Reads how capsules stand, and says it in one language. */
public final class Standings {
  private final Messages messages;
  private final Formats formats;

  public Standings(PageLanguage language) {
    messages = Messages.of(language);
    formats = Formats.of(language);
  }

  public ReleaseJson of(Session session, String capsuleId, Instant now) {
    ReleaseStore releases = new ReleaseStore(session);
    Standing standing = require(releases, capsuleId);
    return ReleaseJson.of(
        new ReleaseJson.Decided(
            standing,
            page(session, capsuleId, now),
            link(session, capsuleId, standing),
            releases.find(capsuleId).map(Wish::of).orElse(null)),
        hindrances(standing, releases.lacks(capsuleId)),
        now);
  }

  /** What is in the way, as if these were the subtitles that it needs. */
  public List<HindranceJson> hindrances(
      Session session, String capsuleId, List<RequiredLanguage> required) {
    ReleaseStore releases = new ReleaseStore(session);
    return hindrances(require(releases, capsuleId), releases.lacks(capsuleId, required));
  }

  /** That of one which is there: what was deleted must not be decided upon behind its back. */
  static Standing require(ReleaseStore releases, String capsuleId) {
    return releases
        .standing(capsuleId)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.NOT_FOUND, "There is no capsule “" + capsuleId + "”."));
  }

  private static @Nullable String link(Session session, String capsuleId, Standing standing) {
    String key = standing.linkKey();
    if (key == null || !Audience.LINK.word().equals(standing.audience())) {
      return null;
    }
    return new CapsuleStore(session)
        .byId(capsuleId)
        .map(capsule -> Addresses.page(LinkKey.address(capsule.slug(), key)))
        .orElse(null);
  }

  private static @Nullable String page(Session session, String capsuleId, Instant now) {
    return new ViewingStore(session, Eyes.ITS_AUDIENCE)
        .byId(capsuleId, now)
        .map(Viewing::slug)
        .map(Addresses::page)
        .orElse(null);
  }

  private List<HindranceJson> hindrances(Standing standing, List<Lack> lacks) {
    List<HindranceJson> found = new ArrayList<>();
    if (!standing.film()) {
      found.add(hindrance("no-film"));
    }
    if (standing.held()) {
      found.add(hindrance("held"));
    }
    languages(lacks, lack -> lack.found() == null)
        .ifPresent(names -> found.add(hindrance("languages", names)));
    languages(lacks, lack -> lack.found() != null && lack.needed() == Review.REVIEWED)
        .ifPresent(names -> found.add(hindrance("unreviewed", names)));
    languages(lacks, lack -> lack.found() != null && lack.needed() == Review.APPROVED)
        .ifPresent(names -> found.add(hindrance("unapproved", names)));
    return found;
  }

  private Optional<String> languages(List<Lack> lacks, Predicate<Lack> which) {
    String names =
        lacks.stream()
            .filter(which)
            .map(lack -> formats.languageName(lack.language()))
            .collect(Collectors.joining(", "));
    return Optional.of(names).filter(text -> !text.isEmpty());
  }

  private HindranceJson hindrance(String code, Object... values) {
    return new HindranceJson(code, messages.text("editor.release.hinders." + code, values));
  }
}
