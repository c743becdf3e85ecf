package org.capsula.server.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.capsula.pipeline.delivery.Outcome;
import org.capsula.pipeline.report.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One film as {@code import --json} gives it; the field names are a contract.
 *
 * @param production what it came to; null where there was none
 * @param findings of the edition's report
 */
record ImportLine(
    int schema,
    String file,
    String state,
    @Nullable String id,
    @Nullable String slug,
    @Nullable String production,
    List<String> messages,
    List<Finding> findings) {
  static ImportLine of(
      Outcome outcome, List<String> strays, @Nullable String production, MadeFilm made) {
    List<String> messages = new ArrayList<>(outcome.sentences());
    messages.addAll(strays);
    messages.addAll(made.sentences());
    return new ImportLine(
        1,
        outcome.file(),
        outcome.state().name().toLowerCase(Locale.ROOT),
        outcome.capsuleId(),
        outcome.slug(),
        made.held() ? "held" : production,
        messages,
        made.findings());
  }
}
