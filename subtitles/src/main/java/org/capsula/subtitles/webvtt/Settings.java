package org.capsula.subtitles.webvtt;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** What the settings of cues and of regions have in common. */
final class Settings {
  private static final Pattern PERCENTAGE = Pattern.compile("[0-9]+(?:\\.[0-9]+)?%");

  /** One {@code name:value}, and the token it was read from. */
  record Setting(String name, String value, String token) {}

  private Settings() {}

  /** Split on ASCII whitespace; a token without name or value has an empty name. */
  static List<Setting> split(String input) {
    List<Setting> settings = new ArrayList<>();
    for (String token : input.split("[ \\t\\n\\f\\r]+", -1)) {
      if (token.isEmpty()) {
        continue;
      }
      int colon = token.indexOf(':');
      boolean complete = colon > 0 && colon < token.length() - 1;
      settings.add(
          complete
              ? new Setting(token.substring(0, colon), token.substring(colon + 1), token)
              : new Setting("", "", token));
    }
    return settings;
  }

  /** WebVTT, "rules to parse a percentage string". */
  static OptionalDouble percentage(String input) {
    if (!PERCENTAGE.matcher(input).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(input.substring(0, input.length() - 1));
    return value <= 100 ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
