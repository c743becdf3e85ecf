package org.capsula.server.plan;

import java.util.Map;
import java.util.TreeMap;
import org.capsula.server.release.ReleaseForm;
import org.jspecify.annotations.Nullable;

/** The fields in which the page asks for a {@link Plan}. */
final class PlanForm {
  private static final String MEANING = "meaning.";

  private PlanForm() {}

  static Plan plan(Map<String, String> form) {
    Map<String, String> meanings = new TreeMap<>();
    form.forEach(
        (name, value) -> {
          if (name.startsWith(MEANING)) {
            meanings.put(name.substring(MEANING.length()), value);
          }
        });
    return new Plan(
        form.get("first"),
        span(form, "every"),
        span(form, "closesAfter"),
        form.containsKey("again"),
        meanings,
        ReleaseForm.wish(form));
  }

  private static @Nullable String span(Map<String, String> form, String field) {
    String count = form.getOrDefault(field, "").strip();
    boolean weeks = "weeks".equals(form.get(field + ".unit"));
    return count.isEmpty() ? null : "P" + count + (weeks ? "W" : "D");
  }
}
