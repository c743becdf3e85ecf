package org.capsula.server.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page as its tags: enough of HTML to notice one that is not closed, and what stands where. */
final class Markup {
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z][\\w-]*)((?:\\s+[\\w-]+(?:=\"[^\"<]*\")?)*)\\s*(/?)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)(?:=\"[^\"]*\")?");
  private static final Pattern TEXT_ELEMENT = Pattern.compile("(?s)<script[^>]*>(.*?)</script>");
  private static final Set<String> VOID = Set.of("meta", "link", "img", "br", "track", "input");

  private Markup() {}

  /** Every tag is one, quoted as it should be, and closed in its order. */
  static void assertWellFormed(String page) {
    String html = TEXT_ELEMENT.matcher(page.replace("<!DOCTYPE html>", "")).replaceAll("");
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(html);
    int end = 0;
    while (tag.find()) {
      assertThat(html.substring(end, tag.start())).doesNotContain("<");
      end = tag.end();
      String name = tag.group(2);
      if (tag.group(1).equals("/")) {
        assertThat(open.pop()).as(html.substring(Math.max(0, end - 200), end)).isEqualTo(name);
      } else if (!VOID.contains(name) && tag.group(4).isEmpty()) {
        open.push(name);
      }
    }
    assertThat(open).isEmpty();
    assertThat(html.substring(end)).doesNotContain("<");
  }

  /** The names of all attributes in the page. */
  static Set<String> attributes(String page) {
    return TAG.matcher(page)
        .results()
        .flatMap(tag -> ATTRIBUTE.matcher(tag.group(3)).results())
        .map(attribute -> attribute.group(1))
        .collect(Collectors.toSet());
  }

  /** What a reader sees: no tags, no scripts. */
  static String text(String page) {
    return TAG.matcher(TEXT_ELEMENT.matcher(page).replaceAll("")).replaceAll("");
  }
}
