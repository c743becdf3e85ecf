package org.capsula.subtitles.webvtt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.CueSettings;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.Region;

/**
 * Whole WebVTT files, LF, no byte order mark. What {@link WebVttParser} read comes back equal from
 * what is written here; values that a file cannot say (an empty line within a text, an arrow) are
 * brought into the nearest form it can.
 */
public final class WebVttWriter {
  private WebVttWriter() {}

  public static String write(Parsed subtitles) {
    return write("WEBVTT\n", subtitles);
  }

  /** With the header line that HLS asks for, where zero is the start of the film. */
  public static String writeForHls(Parsed subtitles) {
    return write("WEBVTT\n" + Header.NO_SHIFT + "\n", subtitles);
  }

  private static String write(String header, Parsed subtitles) {
    StringBuilder out = new StringBuilder(header);
    for (String style : subtitles.styles()) {
      out.append("\nSTYLE\n").append(lines(style)).append('\n');
    }
    for (Region region : regions(subtitles)) {
      out.append("\nREGION\n").append(region(region)).append('\n');
    }
    for (Cue cue : subtitles.cues()) {
      cue(cue, out);
    }
    return out.toString();
  }

  /** Regions that only a cue knows come last, as the last of a name counts. */
  private static List<Region> regions(Parsed subtitles) {
    List<Region> regions = new ArrayList<>(subtitles.regions());
    for (Cue cue : subtitles.cues()) {
      Region used = cue.settings().region();
      if (used != null && !regions.contains(used)) {
        regions.add(used);
      }
    }
    return regions;
  }

  private static String region(Region region) {
    StringBuilder out = new StringBuilder();
    if (!region.id().isEmpty()) {
      out.append("id:").append(region.id()).append('\n');
    }
    out.append("width:").append(number(region.width())).append("%\n");
    out.append("lines:").append(number(region.lines())).append('\n');
    out.append("regionanchor:")
        .append(point(region.regionAnchorX(), region.regionAnchorY()))
        .append('\n');
    out.append("viewportanchor:").append(point(region.viewportAnchorX(), region.viewportAnchorY()));
    if (region.scroll() == Region.Scroll.UP) {
      out.append("\nscroll:").append(region.scroll().word());
    }
    return out.toString();
  }

  private static String point(double x, double y) {
    return number(x) + "%," + number(y) + "%";
  }

  private static void cue(Cue cue, StringBuilder out) {
    out.append('\n');
    String id = cue.id();
    if (id != null && !lines(id).isEmpty()) {
      out.append(lines(id).replace('\n', ' ')).append('\n');
    }
    out.append(Timestamp.write(cue.start())).append(" --> ").append(Timestamp.write(cue.end()));
    settings(cue.settings(), out);
    out.append('\n');
    String text = lines(cue.text());
    if (!text.isEmpty()) {
      out.append(text).append('\n');
    }
  }

  /** What stands behind a cue's times: {@code line:0 align:start}; empty for the usual ones. */
  public static String settings(CueSettings settings) {
    StringBuilder out = new StringBuilder();
    settings(settings, out);
    return out.toString().strip();
  }

  /** Cue text that can stand in a file: no empty line, and no arrow. */
  public static String text(String cueText) {
    return lines(cueText);
  }

  private static void settings(CueSettings cue, StringBuilder out) {
    CueSettings usual = CueSettings.DEFAULT;
    if (cue.vertical() != usual.vertical()) {
      out.append(" vertical:").append(cue.vertical().word());
    }
    if (cue.line() != null) {
      out.append(" line:").append(number(cue.line())).append(cue.snapToLines() ? "" : "%");
      out.append(cue.lineAlign() == usual.lineAlign() ? "" : "," + cue.lineAlign().word());
    }
    if (cue.position() != null) {
      out.append(" position:").append(number(cue.position())).append('%');
      out.append(
          cue.positionAlign() == usual.positionAlign() ? "" : "," + cue.positionAlign().word());
    }
    if (cue.size() != usual.size()) {
      out.append(" size:").append(number(cue.size())).append('%');
    }
    if (cue.align() != usual.align()) {
      out.append(" align:").append(cue.align().word());
    }
    Region region = cue.region();
    if (region != null && !region.id().isEmpty()) {
      // Last, because line, size and vertical take a cue out of the region named before them.
      out.append(" region:").append(region.id());
    }
  }

  /** Digits without exponent, which WebVTT does not read. */
  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** Line ends as LF, no empty line, no arrow: either would end the block. */
  private static String lines(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace('\0', '\uFFFD')
        .replaceAll("\n{2,}", "\n")
        .replaceAll("^\n|\n$", "")
        .replace("-->", "--&gt;");
  }
}
