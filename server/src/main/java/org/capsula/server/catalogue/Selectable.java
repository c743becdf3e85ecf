package org.capsula.server.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.capsula.pipeline.catalog.viewing.Eyes;
import org.capsula.pipeline.catalog.viewing.Filter;
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

  /** What led nowhere is looked at again after so long: somebody's theme may be new since. */
  private static final Duration NOWHERE = Duration.ofSeconds(5);

  private final Shown shown;
  private final Search search;
  private final Map<Filter, String> witnesses = new HashMap<>();
  private final Map<Blind, Instant> blind = new HashMap<>();
  private long generation = -1;

  Selectable(Shown shown, Search search) {
    this.shown = shown;
    this.search = search;
  }

  /** Who looks, and which witnesses they may see. */
  private record Sight(Eyes eyes, Set<String> witnesses) {}

  /** A choice in which these see nothing. */
  private record Blind(Eyes eyes, Filter filter) {}

  synchronized Choices now(Eyes eyes) {
    if (generation != search.generation()) {
      generation = search.generation();
      witnesses.clear();
      blind.clear();
    }
    Choices all = search.choices();
    Sight sight = new Sight(eyes, shown.visible(Set.copyOf(witnesses.values()), Filter.ALL, eyes));
    return new Choices(
        all.languages().stream().filter(tag -> leads(Filter.ALL.withLanguage(tag), sight)).toList(),
        all.themes().stream()
            .filter(theme -> leads(Filter.ALL.withThemes(List.of(theme)), sight))
            .toList(),
        all.countries().stream()
            .filter(code -> leads(Filter.ALL.withCountry(code), sight))
            .toList());
  }

  private boolean leads(Filter filter, Sight sight) {
    String known = witnesses.get(filter);
    if (known != null && sight.witnesses().contains(known)) {
      return true;
    }
    Blind nowhere = new Blind(sight.eyes(), filter);
    Instant now = shown.now();
    Instant looked = blind.get(nowhere);
    if (looked != null && Duration.between(looked, now).abs().compareTo(NOWHERE) < 0) {
      return false;
    }
    Optional<String> found = witness(filter, sight.eyes());
    found.ifPresentOrElse(id -> witnesses.put(filter, id), () -> blind.put(nowhere, now));
    return found.isPresent();
  }

  /** Where many fit, the first in the order of the catalogue is near. */
  private Optional<String> witness(Filter filter, Eyes eyes) {
    Optional<List<String>> few = search.narrowed(filter, FEW);
    Stream<String> found =
        few.isPresent()
            ? shown.visible(few.get(), filter, eyes).stream()
            : shown.page(filter, null, 1, eyes).items().stream().map(item -> item.viewing().id());
    return found.findFirst();
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
