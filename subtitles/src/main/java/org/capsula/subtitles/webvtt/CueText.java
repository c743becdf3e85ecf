package org.capsula.subtitles.webvtt;

import java.time.Duration;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be done with WebVTT cue text without building its tree. */
public final class CueText {
  /** WebVTT, "cue text tokenizer": a tag that is not closed runs to the end. */
  private static final Pattern TAG = Pattern.compile("<[^>]*>?");

  private static final Pattern TIMESTAMP_TAG = Pattern.compile("<" + Timestamp.PATTERN + ">");
  private static final Pattern ENTITY =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]+);");

  /** The escapes of WebVTT's syntax and those that people write. */
  private static final Map<String, String> ENTITIES =
      Map.of(
          "amp", "&",
          "lt", "<",
          "gt", ">",
          "nbsp", "\u00A0",
          "lrm", "\u200E",
          "rlm", "\u200F",
          "quot", "\"",
          "apos", "'");

  private CueText() {}

  /** As shown: tags taken out, entities decoded, line breaks kept as LF. */
  public static String plain(String cueText) {
    return ENTITY
        .matcher(TAG.matcher(cueText).replaceAll(""))
        .replaceAll(match -> Matcher.quoteReplacement(decoded(match)));
  }

  /** Plain text to cue text. {@code >} too, so that no arrow can arise. */
  public static String escape(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Moves the times within the text, as of karaoke; a part due before zero shows at once. */
  public static String shift(String cueText, Duration by) {
    return TIMESTAMP_TAG
        .matcher(cueText)
        .replaceAll(
            match -> {
              Duration moved = Timestamp.of(match, 1).plus(by);
              return moved.isNegative() ? "" : "<" + Timestamp.write(moved) + ">";
            });
  }

  private static String decoded(MatchResult entity) {
    String name = entity.group(1);
    if (!name.startsWith("#")) {
      return ENTITIES.getOrDefault(name, entity.group());
    }
    boolean isHex = Character.toLowerCase(name.charAt(1)) == 'x';
    int codePoint = Integer.parseInt(name.substring(isHex ? 2 : 1), isHex ? 16 : 10);
    // HTML: numbers that are no character become U+FFFD.
    boolean isCharacter =
        codePoint != 0
            && Character.isValidCodePoint(codePoint)
            && !(codePoint >= 0xD800 && codePoint <= 0xDFFF);
    return Character.toString(isCharacter ? codePoint : 0xFFFD);
  }
}
