package org.capsula.subtitles.webvtt;

import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
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

  /**
   * As people write it: tags stay, and of the escapes only those that are needed to tell text from
   * tags. {@link #ofReadable} makes cue text of it again.
   */
  public static String readable(String cueText) {
    return outsideTags(
        cueText, text -> text.replace("&gt;", ">").replaceAll("&amp;(?!#?\\w{1,8};)", "&"));
  }

  /** Cue text from what people write: a lone {@code &} or {@code >} is meant as it stands. */
  public static String ofReadable(String readable) {
    return outsideTags(
        readable, text -> text.replaceAll("&(?!#?\\w{1,8};)", "&amp;").replace(">", "&gt;"));
  }

  private static String outsideTags(String text, UnaryOperator<String> change) {
    StringBuilder out = new StringBuilder();
    Matcher tags = TAG.matcher(text);
    int from = 0;
    while (tags.find()) {
      out.append(change.apply(text.substring(from, tags.start()))).append(tags.group());
      from = tags.end();
    }
    return out.append(change.apply(text.substring(from))).toString();
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
