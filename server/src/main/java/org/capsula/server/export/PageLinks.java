package org.capsula.server.export;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The links of a page of ours: the templates write each value between double quotes, escaped, so a
 * tag ends at the first {@code >} outside of them.
 */
final class PageLinks {
  private static final Pattern TAG = Pattern.compile("<[A-Za-z](?:[^<>\"]++|\"[^\"]*+\")*+>");
  private static final Pattern VALUE = Pattern.compile("(\\s)([a-z-]+)=\"([^\"]*)\"");

  /** Whatever stands in others is somebody's words, even where it looks like an address. */
  private static final Set<String> LINKS =
      Set.of("href", "src", "poster", "action", "data-playlist", "data-storyboard", "data-address");

  private PageLinks() {}

  /**
   * @param link from a reference to what is written in its place
   */
  static String rewrite(String page, UnaryOperator<String> link) {
    return TAG.matcher(page)
        .replaceAll(tag -> Matcher.quoteReplacement(rewriteTag(tag.group(), link)));
  }

  private static String rewriteTag(String tag, UnaryOperator<String> link) {
    return VALUE
        .matcher(tag)
        .replaceAll(
            value ->
                Matcher.quoteReplacement(
                    LINKS.contains(value.group(2))
                        ? "%s%s=\"%s\""
                            .formatted(
                                value.group(1),
                                value.group(2),
                                escape(link.apply(unescape(value.group(3)))))
                        : value.group()));
  }

  private static String unescape(String value) {
    return value
        .replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private static String escape(String value) {
    return value.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }
}
