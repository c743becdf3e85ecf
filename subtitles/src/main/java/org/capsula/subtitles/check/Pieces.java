package org.capsula.subtitles.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where cue text can be parted: beside tags and escapes, never within. */
final class Pieces {
  private static final Pattern WHOLE = Pattern.compile("<[^>]*>?|&#?\\w{1,8};");
  private static final Pattern OPENING = Pattern.compile("(?:<[^/>][^>]*>)+$");
  private static final Pattern TAG_NAME = Pattern.compile("</?(\\w*)");

  /** Tags that nothing closes, and those that are no markup of a stretch of text. */
  private static final Pattern NO_STRETCH = Pattern.compile("<(/?>|[0-9].*)", Pattern.DOTALL);

  private Pieces() {}

  /** The place itself, or before the tag or escape that it would cut. */
  static int outside(String cueText, int place) {
    Matcher whole = WHOLE.matcher(cueText);
    while (whole.find() && whole.start() < place) {
      if (place < whole.end()) {
        return whole.start();
      }
    }
    return place;
  }

  /** As {@link #outside}, and before tags that open right there: what they mark comes after. */
  static int beforeOpening(String cueText, int place) {
    int at = outside(cueText, place);
    Matcher opening = OPENING.matcher(cueText.substring(0, at));
    return opening.find() ? opening.start() : at;
  }

  /** Blanks and line breaks that are no part of a tag. */
  static List<Integer> gaps(String cueText) {
    List<Integer> gaps = new ArrayList<>();
    for (int i = 0; i < cueText.length(); i++) {
      char c = cueText.charAt(i);
      if ((c == ' ' || c == '\n') && outside(cueText, i) == i) {
        gaps.add(i);
      }
    }
    return gaps;
  }

  /** The tags that are open at a place, outermost first. */
  static List<String> open(String cueText, int place) {
    Deque<String> open = new ArrayDeque<>();
    Matcher tags = ShownText.TAG.matcher(cueText).region(0, place);
    while (tags.find()) {
      String tag = tags.group();
      if (ShownText.isUnknown(tag) || NO_STRETCH.matcher(tag).matches()) {
        continue;
      }
      if (!tag.startsWith("</")) {
        open.push(tag);
      } else if (!open.isEmpty() && name(open.element()).equals(name(tag))) {
        open.pop();
      }
    }
    List<String> outermostFirst = new ArrayList<>();
    for (Iterator<String> each = open.descendingIterator(); each.hasNext(); ) {
      outermostFirst.add(each.next());
    }
    return outermostFirst;
  }

  /** What closes these tags, innermost first. */
  static String closing(List<String> open) {
    StringBuilder closing = new StringBuilder();
    open.forEach(tag -> closing.insert(0, "</" + name(tag) + ">"));
    return closing.toString();
  }

  private static String name(String tag) {
    Matcher name = TAG_NAME.matcher(tag);
    return name.lookingAt() ? name.group(1) : "";
  }
}
