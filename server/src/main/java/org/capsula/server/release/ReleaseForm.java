package org.capsula.server.release;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.server.language.PageLanguage;
import org.jspecify.annotations.Nullable;

/** The fields in which pages ask for a {@link Wish}. */
public final class ReleaseForm {
  private ReleaseForm() {}

  public static Wish wish(Map<String, String> form) {
    Map<String, String> required = new TreeMap<>();
    form.forEach(
        (name, value) -> {
          if (name.startsWith("need.") && !value.isEmpty()) {
            required.put(name.substring("need.".length()), value);
          }
        });
    return new Wish(
        form.get("audience"),
        meant(form, "opens"),
        meant(form, "closes"),
        form.get("zone"),
        required,
        form.containsKey("announced"),
        form.containsKey("archived") ? "archived" : "hidden");
  }

  /** The meaning that was chosen counts only for the time that was asked back. */
  private static @Nullable String meant(Map<String, String> form, String field) {
    String typed = form.getOrDefault(field, "");
    String meaning = form.getOrDefault(field + ".meaning", "");
    return !meaning.isEmpty() && typed.equals(form.get(field + ".asked")) ? meaning : typed;
  }

  /** Those of the pages, those that there are, and those that are required. */
  public static List<String> languages(Collection<Track> tracks, Wish wish) {
    TreeSet<String> languages = new TreeSet<>();
    for (PageLanguage each : PageLanguage.values()) {
      languages.add(each.tag());
    }
    tracks.forEach(track -> languages.add(track.language()));
    Map<String, String> required = wish.required();
    if (required != null) {
      languages.addAll(required.keySet());
    }
    return List.copyOf(languages);
  }
}
