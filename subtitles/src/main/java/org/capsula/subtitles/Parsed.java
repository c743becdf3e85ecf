package org.capsula.subtitles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that could be read from one subtitle file.
 *
 * @param format null when nothing was recognised
 * @param charset the IANA name of the encoding the bytes were read in
 * @param cues in the order of the file
 * @param regions in the order of the file; ids may repeat, the last one counts
 * @param styles the CSS of each STYLE block
 * @param findings one for each repair and each loss; an empty list says that the file was clean
 */
public record Parsed(
    @Nullable Format format,
    String charset,
    List<Cue> cues,
    List<Region> regions,
    List<String> styles,
    List<Finding> findings) {

  public Parsed {
    cues = List.copyOf(cues);
    regions = List.copyOf(regions);
    styles = List.copyOf(styles);
    findings = List.copyOf(findings);
  }

  /** The same file with other cues, for instance after {@code timing.Cut}. */
  public Parsed withCues(List<Cue> newCues) {
    return new Parsed(format, charset, newCues, regions, styles, findings);
  }

  public Parsed withFindings(List<Finding> newFindings) {
    return new Parsed(format, charset, cues, regions, styles, newFindings);
  }
}
