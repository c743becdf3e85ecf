package org.capsula.server.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.capsula.pipeline.catalog.capsule.Capsule;
import org.capsula.pipeline.catalog.capsule.CapsuleStore;
import org.capsula.pipeline.catalog.edition.Edition;
import org.capsula.pipeline.catalog.edition.EditionStore;
import org.capsula.pipeline.delivery.Outcome;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.report.Finding;
import org.capsula.pipeline.report.Report;

/**
 * What the report of a film's edition says.
 *
 * @param sentences for whoever imported it
 */
record MadeFilm(boolean held, List<Finding> findings, List<String> sentences) {
  static final MadeFilm NONE = new MadeFilm(false, List.of(), List.of());

  static MadeFilm of(Running running, Outcome outcome, String name) {
    String id = outcome.capsuleId();
    if (id == null) {
      return NONE;
    }
    Optional<Edition> edition =
        running
            .library()
            .database()
            .look(
                session ->
                    new CapsuleStore(session)
                        .byId(id)
                        .map(Capsule::editionId)
                        .flatMap(new EditionStore(session)::find));
    return edition.map(made -> of(made, name)).orElse(NONE);
  }

  private static MadeFilm of(Edition edition, String name) {
    List<Finding> findings = Json.read(edition.report(), Report.class).findings();
    List<Finding> grave = findings.stream().filter(MadeFilm::isGrave).toList();
    List<String> sentences = new ArrayList<>();
    if (edition.held()) {
      Optional<Finding> worst =
          grave.stream().filter(finding -> finding.severity().equals("error")).findFirst();
      String reason = worst.or(() -> grave.stream().findFirst()).map(Finding::message).orElse("");
      sentences.add(
          "%s: held: %s; nobody sees it before a person has looked"
              .formatted(name, reason.isEmpty() ? "it is damaged" : reason));
    }
    for (Finding finding : grave) {
      sentences.add(name + ": " + finding.severity() + ": " + finding.message());
    }
    return new MadeFilm(edition.held(), findings, sentences);
  }

  private static boolean isGrave(Finding finding) {
    return Objects.equals(finding.severity(), "warning")
        || Objects.equals(finding.severity(), "error");
  }
}
