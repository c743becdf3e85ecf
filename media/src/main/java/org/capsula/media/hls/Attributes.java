package org.capsula.media.hls;

import java.util.ArrayList;
import java.util.List;

/** An attribute list (RFC 8216bis, 4.2). */
final class Attributes {
  private final List<String> written = new ArrayList<>();

  Attributes add(String name, String value) {
    written.add(name + '=' + value);
    return this;
  }

  Attributes add(String name, long value) {
    return add(name, Long.toString(value));
  }

  /** A quoted string can hold neither line breaks nor double quotes. */
  Attributes quoted(String name, String value) {
    return add(name, '"' + value.replaceAll("[\\r\\n\"]", "'") + '"');
  }

  String after(String tag) {
    return tag + ':' + String.join(",", written) + '\n';
  }
}
