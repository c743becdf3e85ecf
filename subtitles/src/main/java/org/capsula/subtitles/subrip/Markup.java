package org.capsula.subtitles.subrip;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.capsula.subtitles.CueSettings;
import org.capsula.subtitles.webvtt.CueText;

/** The text of one cue on its way to WebVTT cue text. */
final class Markup {
  /** Lengths are bounded so that a file of a million braces is still read in one pass. */
  private static final Pattern TAG =
      Pattern.compile("\\{\\\\[^}\\n]{0,300}\\}|<(/?)([A-Za-z]{1,10})((?:\\s[^<>]{0,300})?)/?>");

  private static final Pattern ALIGNMENT = Pattern.compile("\\\\an([1-9])");

  private static final Set<String> KEPT = Set.of("i", "b", "u");

  /** HTML that players of SubRip read, or that converters left behind. */
  private static final Set<String> REMOVED =
      Set.of(
          "font", "s", "strike", "del", "span", "p", "div", "center", "em", "strong", "small",
          "big", "sub", "sup", "a", "c", "v", "lang", "ruby", "rt", "html", "body");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private final List<String> removed = new ArrayList<>();
  private final List<String> unbalanced = new ArrayList<>();
  private CueSettings settings = CueSettings.DEFAULT;

  private Markup() {}

  static Markup read(String text) {
    Markup markup = new Markup();
    Matcher tag = TAG.matcher(text);
    int done = 0;
    while (tag.find()) {
      markup.out.append(CueText.escape(text.substring(done, tag.start())));
      markup.take(tag);
      done = tag.end();
    }
    markup.out.append(CueText.escape(text.substring(done)));
    markup.closeAll();
    return markup;
  }

  /** WebVTT cue text; lines left empty by what was taken out are gone. */
  String text() {
    return out.toString()
        .lines()
        .filter(line -> !line.isBlank())
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"));
  }

  CueSettings settings() {
    return settings;
  }

  /** As written, in order. */
  List<String> removed() {
    return removed;
  }

  /** As written, in order; those closed at the end last. */
  List<String> unbalanced() {
    return unbalanced;
  }

  private void take(Matcher tag) {
    if (tag.group().startsWith("{")) {
      override(tag.group());
      return;
    }
    String name = tag.group(2).toLowerCase(Locale.ROOT);
    if (name.equals("br")) {
      out.append('\n');
    } else if (REMOVED.contains(name)) {
      removed.add(tag.group());
    } else if (!KEPT.contains(name)) {
      // Not a tag but text in angle brackets, such as a speaker's name.
      out.append(CueText.escape(tag.group()));
    } else if (tag.group(1).isEmpty()) {
      open(name, tag.group());
    } else {
      close(name, tag.group());
    }
  }

  /** Bold within bold is no bolder; and so no text can pile up more than three open tags. */
  private void open(String name, String written) {
    if (open.contains(name)) {
      unbalanced.add(written);
    } else {
      out.append('<').append(name).append('>');
      open.push(name);
    }
  }

  private void close(String name, String written) {
    if (!open.contains(name)) {
      unbalanced.add(written);
      return;
    }
    Deque<String> crossed = new ArrayDeque<>();
    while (!name.equals(open.peek())) {
      crossed.push(open.pop());
      out.append("</").append(crossed.peek()).append('>');
    }
    open.pop();
    out.append("</").append(name).append('>');
    if (!crossed.isEmpty()) {
      unbalanced.add(written);
    }
    for (String reopened : crossed) {
      out.append('<').append(reopened).append('>');
      open.push(reopened);
    }
  }

  private void closeAll() {
    while (!open.isEmpty()) {
      String name = open.pop();
      unbalanced.add("<" + name + ">");
      out.append("</").append(name).append('>');
    }
  }

  /** Braces with a backslash are ASS; of them only the place has a meaning in WebVTT. */
  private void override(String written) {
    Matcher alignment = ALIGNMENT.matcher(written);
    boolean isAlignmentAlone = written.matches("\\{\\\\an[1-9]\\}");
    if (alignment.find() && settings.equals(CueSettings.DEFAULT)) {
      settings = Placement.of(Integer.parseInt(alignment.group(1)));
    } else {
      isAlignmentAlone = false;
    }
    if (!isAlignmentAlone) {
      removed.add(written);
    }
  }
}
