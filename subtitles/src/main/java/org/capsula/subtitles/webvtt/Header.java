package org.capsula.subtitles.webvtt;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.capsula.subtitles.Code;
import org.capsula.subtitles.Finding;

/** The signature and the lines below it, up to the first empty one or the first cue. */
final class Header {
  /** RFC 8216, 3.5: local time zero is media time zero. */
  static final String NO_SHIFT = "X-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000";

  private static final Pattern ZERO_SHIFT = Pattern.compile("MPEGTS:0+(?![0-9])");
  private static final Pattern ZERO_LOCAL = Pattern.compile("LOCAL:(?:00+:)?00:00\\.000");

  private static final Pattern SIGNATURE = Pattern.compile("WEBVTT(?:[ \\t].*)?");
  private static final Pattern REPAIRABLE_SIGNATURE =
      Pattern.compile("[\\s\\uFEFF]*WEBVTT(?:\\s.*)?", Pattern.CASE_INSENSITIVE);

  /** {@code Kind: captions} and the like, which old files carry. */
  private static final Pattern METADATA = Pattern.compile("[A-Za-z][A-Za-z-]*[:=].*");

  private Header() {}

  static boolean isSignature(String line) {
    return SIGNATURE.matcher(line).matches();
  }

  /** The index of the signature line, also below blank lines or in another case; or -1. */
  static int find(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (REPAIRABLE_SIGNATURE.matcher(lines.get(i)).matches()) {
        return i;
      }
      if (!lines.get(i).isBlank()) {
        return -1;
      }
    }
    return -1;
  }

  /** What a header line below the signature asks for that is not done. */
  static Optional<Finding> check(String line) {
    if (line.startsWith("X-TIMESTAMP-MAP")) {
      return isZeroShift(line)
          ? Optional.empty()
          : Optional.of(Finding.of(Code.TIMESTAMP_MAP_IGNORED).with("header", line));
    }
    return line.isBlank() || METADATA.matcher(line).matches()
        ? Optional.empty()
        : Optional.of(Finding.of(Code.HEADER_TEXT_IGNORED).with("text", line));
  }

  private static boolean isZeroShift(String line) {
    return ZERO_SHIFT.matcher(line).find() && ZERO_LOCAL.matcher(line).find();
  }
}
