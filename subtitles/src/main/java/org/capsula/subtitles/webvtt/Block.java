package org.capsula.subtitles.webvtt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines up to an empty one: WebVTT, "collect a WebVTT block". */
final class Block {
  private static final Pattern STYLE = Pattern.compile("STYLE[ \\t\\f]*");
  private static final Pattern REGION = Pattern.compile("REGION[ \\t\\f]*");
  private static final Pattern NOTE = Pattern.compile("NOTE(?:[ \\t].*)?", Pattern.DOTALL);

  private final int firstLine;
  private final List<String> lines = new ArrayList<>();
  private @Nullable String timing;
  private int timingLine;
  private String id = "";

  /**
   * @param firstLine from 1
   */
  Block(int firstLine) {
    this.firstLine = firstLine;
  }

  /** A line with an arrow is the first, or the second below an identifier. */
  boolean acceptsTiming() {
    return timing == null && lines.size() <= 1;
  }

  void setTiming(String line) {
    timing = line;
    timingLine = firstLine + lines.size();
    id = text();
    lines.clear();
  }

  void add(String line) {
    lines.add(line);
  }

  /** Null for a block without an arrow. */
  @Nullable String timing() {
    return timing;
  }

  int firstLine() {
    return firstLine;
  }

  int timingLine() {
    return timingLine;
  }

  @Nullable String id() {
    return id.isEmpty() ? null : id;
  }

  /** Without the identifier and the timing line. */
  String text() {
    return String.join("\n", lines);
  }

  boolean isStyle() {
    return startsWith(STYLE);
  }

  boolean isRegion() {
    return startsWith(REGION);
  }

  boolean isComment() {
    return startsWith(NOTE);
  }

  private boolean startsWith(Pattern word) {
    return timing == null && !lines.isEmpty() && word.matcher(lines.get(0)).matches();
  }

  /** What stands below the word STYLE or REGION. */
  String body() {
    return String.join("\n", lines.subList(1, lines.size()));
  }
}
