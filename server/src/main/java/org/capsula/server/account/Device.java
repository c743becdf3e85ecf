package org.capsula.server.account;

import java.util.List;
import java.util.Map;
import org.capsula.pipeline.account.entry.Visitor;
import org.capsula.server.http.Request;

/**
 * The browser at the other end, in words that its owner tells it by. No more of User-Agent is kept:
 * the rest would only serve to recognise people.
 */
final class Device {
  /** In this order: most claim to be several of those below them. */
  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("SamsungBrowser/", "Samsung Internet"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("FxiOS/", "Firefox"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("Chromium/", "Chromium"),
          Map.entry("CriOS/", "Chrome"),
          Map.entry("Safari/", "Safari"));

  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("Android", "Android"),
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Windows", "Windows"),
          Map.entry("Mac OS X", "macOS"),
          Map.entry("Linux", "Linux"));

  private Device() {}

  static Visitor visitor(Request request) {
    return new Visitor(
        request.connection().address(),
        words(request.header("User-Agent").orElse("")),
        Cookies.device(request).orElse(null));
  }

  /** {@code Firefox, Linux}; what is not known is left out. */
  static String words(String userAgent) {
    String browser = first(BROWSERS, userAgent);
    String system = first(SYSTEMS, userAgent);
    String joint = browser.isEmpty() || system.isEmpty() ? "" : ", ";
    String words = browser + joint + system;
    return words.isEmpty() ? "?" : words;
  }

  private static String first(List<Map.Entry<String, String>> names, String userAgent) {
    return names.stream()
        .filter(entry -> userAgent.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
