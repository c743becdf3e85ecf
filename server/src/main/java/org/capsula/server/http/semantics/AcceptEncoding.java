package org.capsula.server.http.semantics;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The field Accept-Encoding (RFC 9110 §12.5.3), as far as we can obey it. */
public final class AcceptEncoding {
  private static final Pattern ELEMENT =
      Pattern.compile("([\\w*-]+)(?:\\s*;\\s*q=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?))?");

  private AcceptEncoding() {}

  /** Whether gzip is welcome, and no less than the bytes as they are. */
  public static boolean prefersGzip(String field) {
    Map<String, Double> weights = weights(field);
    double others = weights.getOrDefault("*", 0.0);
    // x-gzip is another word for it (§8.4.1.3).
    double gzip = weights.getOrDefault("gzip", weights.getOrDefault("x-gzip", others));
    return gzip > 0 && gzip >= weights.getOrDefault("identity", 0.0);
  }

  /** An element that cannot be read is as if it were not there. */
  private static Map<String, Double> weights(String field) {
    Map<String, Double> weights = new HashMap<>();
    for (String element : field.toLowerCase(Locale.ROOT).split(",", -1)) {
      Matcher parts = ELEMENT.matcher(element.strip());
      if (parts.matches()) {
        String weight = parts.group(2);
        weights.put(parts.group(1), weight == null ? 1.0 : Double.parseDouble(weight));
      }
    }
    return weights;
  }
}
