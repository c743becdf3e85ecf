package org.capsula.subtitles.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capsula.subtitles.webvtt.CueText;

/** Cue text as its readers see it: tags and escapes do not count, an accent is no letter. */
final class ShownText {
  /** WebVTT, "cue text tokenizer": a tag that is not closed runs to the end. */
  static final Pattern TAG = Pattern.compile("<[^>]*>?");

  /** WebVTT, "cue text": the tags that there are, with classes and annotation, and timestamps. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "</?(c|i|b|u|v|lang|ruby|rt)([.\\s/][^>]*)?>|<([0-9]+:)?[0-9]{2}:[0-9]{2}\\.[0-9]{3}>",
          Pattern.DOTALL);

  private ShownText() {}

  /** Without those at the end that are empty. */
  static List<String> lines(String cueText) {
    return List.of(CueText.plain(cueText).split("\n"));
  }

  /** What a reader reads, line breaks apart. */
  static int characters(String cueText) {
    return lines(cueText).stream().mapToInt(ShownText::length).sum();
  }

  /** Characters that take a place of their own: no combining marks, no invisible ones. */
  static int length(String plain) {
    return (int) plain.strip().codePoints().filter(ShownText::takesPlace).count();
  }

  private static boolean takesPlace(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          false;
      default -> true;
    };
  }

  /** A no-break space alone, a common filler, shows no more than a blank. */
  static boolean isBlank(String cueText) {
    return CueText.plain(cueText).replace('\u00A0', ' ').isBlank();
  }

  static List<String> unknownTags(String cueText) {
    List<String> unknown = new ArrayList<>();
    Matcher tags = TAG.matcher(cueText);
    while (tags.find()) {
      if (isUnknown(tags.group())) {
        unknown.add(tags.group());
      }
    }
    return unknown;
  }

  /** {@code </>} closes whatever is open, and nobody writes it by mistake. */
  static boolean isUnknown(String tag) {
    return !KNOWN.matcher(tag).matches() && !tag.equals("</>");
  }
}
