package org.capsula.subtitles.webvtt;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.capsula.subtitles.Region;
import org.capsula.subtitles.webvtt.Settings.Setting;

/** A region as its settings build it up: WebVTT, "region settings parsing". */
final class RegionSettings {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private String id = Region.DEFAULT.id();
  private double width = Region.DEFAULT.width();
  private double lines = Region.DEFAULT.lines();
  private double regionAnchorX = Region.DEFAULT.regionAnchorX();
  private double regionAnchorY = Region.DEFAULT.regionAnchorY();
  private double viewportAnchorX = Region.DEFAULT.viewportAnchorX();
  private double viewportAnchorY = Region.DEFAULT.viewportAnchorY();
  private Region.Scroll scroll = Region.DEFAULT.scroll();

  private RegionSettings() {}

  /** Settings that the standard drops are handed to {@code ignored}. */
  static Region parse(String input, Consumer<String> ignored) {
    RegionSettings region = new RegionSettings();
    for (Setting setting : Settings.split(input)) {
      if (!region.take(setting)) {
        ignored.accept(setting.token());
      }
    }
    return region.build();
  }

  private Region build() {
    return new Region(
        id, width, lines, regionAnchorX, regionAnchorY, viewportAnchorX, viewportAnchorY, scroll);
  }

  private boolean take(Setting setting) {
    String value = setting.value();
    return switch (setting.name()) {
      case "id" -> {
        id = value;
        yield true;
      }
      case "width" -> takeWidth(Settings.percentage(value));
      case "lines" -> takeLines(value);
      case "regionanchor" -> takeAnchor(value, /* ofViewport= */ false);
      case "viewportanchor" -> takeAnchor(value, /* ofViewport= */ true);
      case "scroll" -> takeScroll(value);
      default -> false;
    };
  }

  private boolean takeWidth(OptionalDouble percentage) {
    percentage.ifPresent(value -> width = value);
    return percentage.isPresent();
  }

  private boolean takeLines(String value) {
    double number = DIGITS.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
    if (!Double.isFinite(number)) {
      return false;
    }
    lines = number;
    return true;
  }

  private boolean takeAnchor(String value, boolean ofViewport) {
    int comma = value.indexOf(',');
    if (comma < 0) {
      return false;
    }
    OptionalDouble x = Settings.percentage(value.substring(0, comma));
    OptionalDouble y = Settings.percentage(value.substring(comma + 1));
    if (x.isEmpty() || y.isEmpty()) {
      return false;
    }
    if (ofViewport) {
      viewportAnchorX = x.getAsDouble();
      viewportAnchorY = y.getAsDouble();
    } else {
      regionAnchorX = x.getAsDouble();
      regionAnchorY = y.getAsDouble();
    }
    return true;
  }

  private boolean takeScroll(String value) {
    if (!value.equals(Region.Scroll.UP.word())) {
      return false;
    }
    scroll = Region.Scroll.UP;
    return true;
  }
}
