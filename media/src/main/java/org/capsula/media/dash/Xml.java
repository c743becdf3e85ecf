package org.capsula.media.dash;

import org.jspecify.annotations.Nullable;

/** Writes elements and attributes, escaped, one element a line. */
final class Xml {
  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private int depth;

  /**
   * @param attributes names and values in turn; one whose value is null is left out
   */
  void open(String name, @Nullable String... attributes) {
    start(name, attributes).append(">\n");
    depth++;
  }

  void empty(String name, @Nullable String... attributes) {
    start(name, attributes).append("/>\n");
  }

  void element(String name, String text) {
    start(name).append('>').append(escape(text)).append("</").append(name).append(">\n");
  }

  void close(String name) {
    depth--;
    indent().append("</").append(name).append(">\n");
  }

  private StringBuilder start(String name, @Nullable String... attributes) {
    indent().append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      String value = attributes[i + 1];
      if (value != null) {
        out.append(' ').append(attributes[i]).append("=\"").append(escape(value)).append('"');
      }
    }
    return out;
  }

  private StringBuilder indent() {
    return out.append("  ".repeat(depth));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
