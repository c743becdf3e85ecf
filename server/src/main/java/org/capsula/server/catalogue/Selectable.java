package org.capsula.server.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.viewing.Filter;
import org.capsula.pipeline.catalog.viewing.Viewing;
import org.capsula.pipeline.search.Choices;
import org.capsula.pipeline.search.Search;
import org.capsula.server.language.Themes;

/**
 * What the catalogue can be narrowed to: only what leads to something that may be seen now, so that
 * no list of themes tells of a capsule before it opens. For each choice a witness is remembered;
 * whether it may still be seen is asked every time, of all of them at once.
 */
final class Selectable {
  /** As many as a look for a witness may ask for one by one. */
  private static final int FEW = 2_000;

  private final Shown shown;
  private final Search search;
  private final Map<Filter, String> witnesses = new HashMap<>();
  private long generation = -1;

  Selectable(Shown shown, Search search) {
    this.shown = shown;
    this.search = search;
  }

  synchronized Choices now() {
    if (generation != search.generation()) {
      generation = search.generation();
      witnesses.clear();
    }
    Choices all = search.choices();
    Set<String> seen = seen();
    return new Choices(
        all.languages().stream().filter(tag -> leads(Filter.ALL.withLanguage(tag), seen)).toList(),
        all.themes().stream()
            .filter(theme -> leads(Filter.ALL.withThemes(List.of(theme)), seen))
            .toList(),
        all.countries().stream()
            .filter(code -> leads(Filter.ALL.withCountry(code), seen))
            .toList());
  }

  private Set<String> seen() {
    return shown.among(Set.copyOf(witnesses.values()), Filter.ALL).stream()
        .map(Viewing::id)
        .collect(Collectors.toSet());
  }

  private boolean leads(Filter filter, Set<String> seen) {
    String known = witnesses.get(filter);
    if (known != null && seen.contains(known)) {
      return true;
    }
    Optional<String> found = witness(filter);
    found.ifPresentOrElse(id -> witnesses.put(filter, id), () -> witnesses.remove(filter));
    return found.isPresent();
  }

  /** Where many fit, the first in the order of the catalogue is near. */
  private Optional<String> witness(Filter filter) {
    Optional<List<String>> few = search.narrowed(filter, FEW);
    Stream<Viewing> found =
        few.isPresent()
            ? shown.among(few.get(), filter).stream()
            : shown.page(filter, null, 1).items().stream().map(Shown.Item::viewing);
    return found.map(Viewing::id).findFirst();
  }

  /** As situations write a theme, in whichever language: all that mean the same. */
  List<String> spellings(String theme) {
    Optional<String> key = Themes.key(theme);
    List<String> spellings = new ArrayList<>(List.of(theme));
    if (key.isPresent()) {
      search.choices().themes().stream()
          .filter(other -> !other.equals(theme) && Themes.key(other).equals(key))
          .forEach(spellings::add);
    }
    return spellings;
  }
}
