package org.capsula.server.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.capsula.pipeline.catalog.viewing.Lasting;
import org.jspecify.annotations.Nullable;

/** A wish in the address of the catalogue. */
final class WishAddress {
  private final Map<String, String> values = new LinkedHashMap<>();

  WishAddress(Wish wish) {
    put("q", wish.words());
    put("language", wish.language());
    put("theme", wish.theme());
    put("country", wish.country());
    Lasting lasting = wish.lasting();
    put("length", lasting == null ? null : lasting.word());
  }

  private void put(String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  /**
   * @param after where the page before ended; null for the first
   */
  String query(@Nullable String after) {
    return join(values)
        + (after == null ? "" : (values.isEmpty() ? "" : "&") + encoded("after", after));
  }

  String page(String after) {
    return "/?" + query(after);
  }

  String without(String name) {
    Map<String, String> rest = new LinkedHashMap<>(values);
    rest.remove(name);
    return rest.isEmpty() ? "/" : "/?" + join(rest);
  }

  private static String join(Map<String, String> values) {
    return values.entrySet().stream()
        .map(each -> encoded(each.getKey(), each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
