package org.capsula.server.feed;

import java.util.Map;

/** Elements of XML 1.0, written. */
final class Xml {
  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  Xml open(String name, Map<String, String> attributes) {
    start(name, attributes);
    text.append(">\n");
    return this;
  }

  Xml close(String name) {
    text.append("</").append(name).append(">\n");
    return this;
  }

  Xml empty(String name, Map<String, String> attributes) {
    start(name, attributes);
    text.append("/>\n");
    return this;
  }

  Xml element(String name, String content) {
    text.append('<').append(name).append('>').append(escaped(content));
    return close(name);
  }

  private void start(String name, Map<String, String> attributes) {
    text.append('<').append(name);
    attributes.forEach(
        (key, value) ->
            text.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
  }

  /** Characters that XML 1.0 §2.2 has no way to write are left out. */
  private static String escaped(String content) {
    StringBuilder safe = new StringBuilder(content.length());
    content
        .codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> {
                  if (isChar(point)) {
                    safe.appendCodePoint(point);
                  }
                }
              }
            });
    return safe.toString();
  }

  private static boolean isChar(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
