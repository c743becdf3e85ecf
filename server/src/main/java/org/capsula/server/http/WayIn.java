package org.capsula.server.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The address of the sign-in page, which leads back to where somebody was, in their language. */
public final class WayIn {
  private static final String LANGUAGE = "lang";

  private WayIn() {}

  /** To the page that was asked for. */
  public static String to(Request request) {
    Map<String, String> fields = new TreeMap<>(request.query());
    String language = fields.remove(LANGUAGE);
    String query =
        fields.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    String next = encoded(request.path()).replace("%2F", "/").replace("+", "%20");
    String way = to(query.isEmpty() ? next : next + "?" + query);
    return language == null ? way : way + "&" + LANGUAGE + "=" + encoded(language);
  }

  /** To the page with the form that was sent, where the browser tells of one of ours. */
  public static String back(Request request) {
    String own = request.connection().origin();
    Optional<String> page =
        request
            .header("Referer")
            .filter(each -> each.startsWith(own + "/"))
            .map(each -> withoutLanguage(each.substring(own.length())));
    return page.map(WayIn::to).orElse("/sign-in");
  }

  private static String to(String address) {
    return "/sign-in?next=" + encoded(address);
  }

  /** The page that leads there says in which language to go on. */
  public static String withoutLanguage(String address) {
    return address
        .replaceAll("(?<=[?&])" + LANGUAGE + "=[^&#]*(&|$|(?=#))", "")
        .replaceAll("[?&](?=$|#)", "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
