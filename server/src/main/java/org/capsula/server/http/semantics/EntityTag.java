package org.capsula.server.http.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of one exact representation (RFC 9110 §8.8.3).
 *
 * @param opaque what stands between the quotes
 */
public record EntityTag(String opaque, boolean weak) {
  /** {@code etagc}: visible characters but the quote, and what was once Latin-1. */
  private static final String CHARACTERS = "[\\x21\\x23-\\x7e\\x80-\\xff]*";

  /** An element of a list: a comma may stand within the quotes. */
  private static final Pattern ELEMENT = Pattern.compile("(W/)?\"(" + CHARACTERS + ")\"|[^,\\s]+");

  public EntityTag {
    if (!opaque.matches(CHARACTERS)) {
      throw new IllegalArgumentException("no entity tag: " + opaque);
    }
  }

  public static EntityTag strong(String opaque) {
    return new EntityTag(opaque, false);
  }

  /** The tags of a list; what is no tag is left out, so that it matches nothing. */
  public static List<EntityTag> list(String field) {
    List<EntityTag> tags = new ArrayList<>();
    Matcher elements = ELEMENT.matcher(field);
    while (elements.find()) {
      if (elements.group(2) != null) {
        tags.add(new EntityTag(elements.group(2), elements.group(1) != null));
      }
    }
    return tags;
  }

  /** Both strong and the same (§8.8.3.2). */
  public boolean matchesStrongly(EntityTag other) {
    return !weak && !other.weak && opaque.equals(other.opaque);
  }

  public boolean matchesWeakly(EntityTag other) {
    return opaque.equals(other.opaque);
  }

  /** As it stands in a field. */
  @Override
  public String toString() {
    return (weak ? "W/" : "") + '"' + opaque + '"';
  }
}
