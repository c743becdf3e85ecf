package org.capsula.subtitles.webvtt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.capsula.subtitles.Code;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.CueSettings;
import org.capsula.subtitles.Finding;
import org.capsula.subtitles.Format;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.Region;
import org.capsula.subtitles.text.Decoded;

/**
 * The WebVTT parser algorithm. It yields the cues that the standard yields; what the standard drops
 * without a word becomes a finding.
 */
public final class WebVttParser {
  private static final String ARROW = "-->";

  private final List<String> lines;
  private final List<Cue> cues = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final List<String> styles = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private int next;

  private WebVttParser(List<String> lines) {
    this.lines = lines;
  }

  /** Whether the text begins with the signature, or with what is easily taken for it. */
  public static boolean sniff(Decoded file) {
    return Header.find(file.lines()) >= 0;
  }

  /** Expects a text that {@link #sniff} accepted; any other has no cues. */
  public static Parsed parse(Decoded file) {
    WebVttParser parser = new WebVttParser(file.lines());
    parser.header();
    while (parser.skipEmptyLines()) {
      parser.take(parser.collectBlock());
    }
    return new Parsed(
        Format.WEBVTT, file.charset(), parser.cues, parser.regions, parser.styles, parser.findings);
  }

  /**
   * What stands behind a cue's times.
   *
   * @param regions that it may name
   * @param ignored is handed what WebVTT drops
   */
  public static CueSettings settings(String text, List<Region> regions, Consumer<String> ignored) {
    return CueSettingsParser.parse(text, regions, ignored);
  }

  private void header() {
    int signature = Header.find(lines);
    if (signature < 0) {
      next = lines.size();
      return;
    }
    if (signature > 0 || !Header.isSignature(lines.get(0))) {
      findings.add(Finding.of(Code.SIGNATURE_REPAIRED).atLine(signature + 1));
    }
    if (lines.get(signature).contains(ARROW)) {
      findings.add(
          Finding.of(Code.HEADER_TEXT_IGNORED)
              .with("text", lines.get(signature))
              .atLine(signature + 1));
    }
    next = signature + 1;
    while (next < lines.size() && !lines.get(next).isEmpty() && !lines.get(next).contains(ARROW)) {
      int line = next + 1;
      Header.check(lines.get(next)).ifPresent(finding -> findings.add(finding.atLine(line)));
      next++;
    }
  }

  private boolean skipEmptyLines() {
    while (next < lines.size() && lines.get(next).isEmpty()) {
      next++;
    }
    return next < lines.size();
  }

  /** Ends before an empty line, or before an arrow that begins the next cue. */
  private Block collectBlock() {
    Block block = new Block(next + 1);
    while (next < lines.size() && !lines.get(next).isEmpty()) {
      String line = lines.get(next);
      if (!line.contains(ARROW)) {
        block.add(line);
      } else if (block.acceptsTiming()) {
        block.setTiming(line);
      } else {
        break;
      }
      next++;
    }
    return block;
  }

  private void take(Block block) {
    if (block.timing() != null) {
      takeCue(block, block.timing());
    } else if (block.isStyle() || block.isRegion()) {
      takeDefinition(block);
    } else if (!block.isComment()) {
      findings.add(
          Finding.of(Code.TEXT_WITHOUT_TIMING)
              .with("text", block.text())
              .atLine(block.firstLine()));
    }
  }

  private void takeDefinition(Block block) {
    if (!cues.isEmpty()) {
      findings.add(
          Finding.of(Code.BLOCK_TOO_LATE)
              .with("kind", block.isStyle() ? "STYLE" : "REGION")
              .with("text", block.body())
              .atLine(block.firstLine()));
    } else if (block.body().isEmpty()) {
      // The standard makes a sheet or region only on the block's second line.
      return;
    } else if (block.isStyle()) {
      styles.add(block.body());
    } else {
      Consumer<String> ignored =
          setting ->
              findings.add(
                  Finding.of(Code.REGION_SETTING_IGNORED)
                      .with("setting", setting)
                      .atLine(block.firstLine()));
      regions.add(RegionSettings.parse(block.body(), ignored));
    }
  }

  private void takeCue(Block block, String timing) {
    Optional<Timings> timings = Timings.parse(timing);
    if (timings.isEmpty()) {
      findings.add(
          Finding.of(Code.TIMING_UNREADABLE)
              .with("timing", timing)
              .with("text", block.text())
              .atLine(block.timingLine()));
      return;
    }
    Timings read = timings.get();
    Consumer<String> ignored =
        setting -> addForCue(block, Finding.of(Code.SETTING_IGNORED).with("setting", setting));
    CueSettings settings = CueSettingsParser.parse(read.settings(), regions, ignored);
    if (read.end().compareTo(read.start()) <= 0) {
      addForCue(
          block,
          Finding.of(Code.END_BEFORE_START).with("start", read.start()).with("end", read.end()));
    }
    cues.add(new Cue(block.id(), read.start(), read.end(), block.text(), settings));
  }

  /** Said of the cue that is about to be added. */
  private void addForCue(Block block, Finding finding) {
    findings.add(finding.atLine(block.timingLine()).atCue(cues.size() + 1));
  }
}
