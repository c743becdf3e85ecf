package org.capsula.server.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.release.ReleaseStore;
import org.capsula.pipeline.catalog.release.ReleaseStore.Standing;
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
final class Standings {
  private final Messages messages;
  private final Formats formats;

  Standings(PageLanguage language) {
    messages = Messages.of(language);
    formats = Formats.of(language);
  }

  ReleaseJson of(Session session, String capsuleId, Instant now) {
    ReleaseStore releases = new ReleaseStore(session);
    Standing standing = require(releases, capsuleId);
    return ReleaseJson.of(
        standing,
        page(session, capsuleId, now),
        hindrances(standing, releases.missingLanguages(capsuleId)),
        now);
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

  private static @Nullable String page(Session session, String capsuleId, Instant now) {
    boolean seen = new ViewingStore(session).byId(capsuleId, now).isPresent();
    return seen
        ? new CapsuleStore(session)
            .byId(capsuleId)
            .map(Capsule::slug)
            .map(Addresses::page)
            .orElse(null)
        : null;
  }

  private List<HindranceJson> hindrances(Standing standing, List<String> missing) {
    List<HindranceJson> found = new ArrayList<>();
    if (!standing.film()) {
      found.add(hindrance("no-film"));
    }
    if (standing.held()) {
      found.add(hindrance("held"));
    }
    if (!missing.isEmpty()) {
      found.add(
          hindrance(
              "languages",
              missing.stream().map(formats::languageName).collect(Collectors.joining(", "))));
    }
    return found;
  }

  private HindranceJson hindrance(String code, Object... values) {
    return new HindranceJson(code, messages.text("editor.release.hinders." + code, values));
  }
}
