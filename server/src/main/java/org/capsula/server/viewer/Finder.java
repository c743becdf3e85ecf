package org.capsula.server.viewer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the catalogue is searched and narrowed.
 *
 * @param words that are searched for; empty for none
 * @param badges what it is narrowed to
 * @param found null where nothing was searched for
 * @param whole whether all capsules are in the index yet
 */
public record Finder(
    String words, List<Menu> menus, List<Badge> badges, @Nullable Count found, boolean whole) {
  public static final Finder NONE = new Finder("", List.of(), List.of(), null, true);

  /**
   * A filter.
   *
   * @param name in the address; its words stand under {@code search.} and this name
   */
  public record Menu(String name, List<Choice> choices) {
    public boolean isSet() {
      return choices.stream().anyMatch(Choice::chosen);
    }
  }

  public record Choice(String value, Text words, boolean chosen) {}

  /**
   * A filter that is set.
   *
   * @param without the address of the catalogue without it
   */
  public record Badge(String name, Text words, String without) {}

  /**
   * @param more whether there are more than are counted
   */
  public record Count(int capsules, boolean more) {}

  /** Whether there is a server to ask; a page that stands alone has none. */
  public boolean isOffered() {
    return !menus.isEmpty();
  }

  /** Whether anything was asked for. */
  public boolean isAsking() {
    return !words.isEmpty() || !badges.isEmpty();
  }

  public boolean isSearching() {
    return !words.isEmpty();
  }
}
