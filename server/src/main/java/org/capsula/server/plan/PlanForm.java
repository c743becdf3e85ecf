package org.capsula.server.plan;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.server.release.ReleaseForm;
import org.jspecify.annotations.Nullable;

/** The fields in which the page asks for a {@link Plan}. */
public final class PlanForm {
  private static final Pattern SPAN = Pattern.compile("P(\\d{1,4})([DW])");
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

  /**
   * A span as a form has it.
   *
   * @param count empty for none
   */
  public record Span(String count, boolean weeks) {
    static Span of(@Nullable String text) {
      Matcher span = SPAN.matcher(text == null ? "" : text);
      return span.matches()
          ? new Span(span.group(1), span.group(2).equals("W"))
          : new Span("", true);
    }
  }
}
