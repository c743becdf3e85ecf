package org.capsula.subtitles.webvtt;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.capsula.subtitles.CueSettings;
import org.capsula.subtitles.CueSettings.Align;
import org.capsula.subtitles.CueSettings.LineAlign;
import org.capsula.subtitles.CueSettings.PositionAlign;
import org.capsula.subtitles.CueSettings.Vertical;
import org.capsula.subtitles.Region;
import org.capsula.subtitles.webvtt.Settings.Setting;
import org.jspecify.annotations.Nullable;

/** A cue's settings as they build up: WebVTT, "parse the WebVTT cue settings". */
final class CueSettingsParser {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");

  private final List<Region> regions;
  private Vertical vertical = CueSettings.DEFAULT.vertical();
  private boolean snapToLines = CueSettings.DEFAULT.snapToLines();
  private @Nullable Double line = CueSettings.DEFAULT.line();
  private LineAlign lineAlign = CueSettings.DEFAULT.lineAlign();
  private @Nullable Double position = CueSettings.DEFAULT.position();
  private PositionAlign positionAlign = CueSettings.DEFAULT.positionAlign();
  private double size = CueSettings.DEFAULT.size();
  private Align align = CueSettings.DEFAULT.align();
  private @Nullable Region region = CueSettings.DEFAULT.region();

  /** A value and the alignment behind its comma; null when there is no comma. */
  private record Aligned(String value, @Nullable String align) {
    static Aligned of(String text) {
      int comma = text.indexOf(',');
      return comma < 0
          ? new Aligned(text, null)
          : new Aligned(text.substring(0, comma), text.substring(comma + 1));
    }
  }

  private CueSettingsParser(List<Region> regions) {
    this.regions = regions;
  }

  /** Settings that the standard drops are handed to {@code ignored}. */
  static CueSettings parse(String input, List<Region> regions, Consumer<String> ignored) {
    CueSettingsParser cue = new CueSettingsParser(regions);
    for (Setting setting : Settings.split(input)) {
      if (!cue.take(setting)) {
        ignored.accept(setting.token());
      }
    }
    return cue.build();
  }

  private CueSettings build() {
    return new CueSettings(
        vertical, snapToLines, line, lineAlign, position, positionAlign, size, align, region);
  }

  private boolean take(Setting setting) {
    String value = setting.value();
    return switch (setting.name()) {
      case "region" -> takeRegion(value);
      case "vertical" -> takeVertical(value);
      case "line" -> takeLine(Aligned.of(value));
      case "position" -> takePosition(Aligned.of(value));
      case "size" -> takeSize(Settings.percentage(value));
      case "align" -> takeAlign(value);
      default -> false;
    };
  }

  /** The last region of that name; an unknown name takes the cue out of the one it had. */
  private boolean takeRegion(String id) {
    region = null;
    for (Region candidate : regions) {
      if (candidate.id().equals(id)) {
        region = candidate;
      }
    }
    return region != null;
  }

  /** There are no vertical regions. */
  private boolean takeVertical(String word) {
    for (Vertical candidate : Vertical.values()) {
      if (candidate.word().equals(word)) {
        vertical = candidate;
        region = null;
        return true;
      }
    }
    return false;
  }

  /** A cue with a line of its own drops out of its region. */
  private boolean takeLine(Aligned value) {
    boolean isPercentage = value.value().endsWith("%");
    OptionalDouble number =
        isPercentage ? Settings.percentage(value.value()) : lineNumber(value.value());
    LineAlign newAlign = value.align() == null ? lineAlign : lineAlign(value.align());
    if (number.isEmpty() || newAlign == null) {
      return false;
    }
    lineAlign = newAlign;
    line = number.getAsDouble();
    snapToLines = !isPercentage;
    region = null;
    return true;
  }

  private static @Nullable LineAlign lineAlign(String word) {
    for (LineAlign candidate : LineAlign.values()) {
      if (candidate.word().equals(word)) {
        return candidate;
      }
    }
    return null;
  }

  private static OptionalDouble lineNumber(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(text);
    // HTML's floating-point numbers know neither infinity nor -0; adding 0 turns -0 into 0.
    return Double.isFinite(number) ? OptionalDouble.of(number + 0.0) : OptionalDouble.empty();
  }

  private boolean takePosition(Aligned value) {
    OptionalDouble number = Settings.percentage(value.value());
    PositionAlign newAlign = value.align() == null ? positionAlign : positionAlign(value.align());
    if (number.isEmpty() || newAlign == null) {
      return false;
    }
    positionAlign = newAlign;
    position = number.getAsDouble();
    return true;
  }

  /** {@code auto} is a value of VTTCue that files cannot say. */
  private static @Nullable PositionAlign positionAlign(String word) {
    for (PositionAlign candidate : PositionAlign.values()) {
      if (candidate != PositionAlign.AUTO && candidate.word().equals(word)) {
        return candidate;
      }
    }
    return null;
  }

  /** A cue with a size of its own drops out of its region. */
  private boolean takeSize(OptionalDouble percentage) {
    if (percentage.isEmpty()) {
      return false;
    }
    size = percentage.getAsDouble();
    if (size != CueSettings.DEFAULT.size()) {
      region = null;
    }
    return true;
  }

  private boolean takeAlign(String word) {
    for (Align candidate : Align.values()) {
      if (candidate.word().equals(word)) {
        align = candidate;
        return true;
      }
    }
    return false;
  }
}
