package org.capsula.subtitles.reading;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.capsula.subtitles.Code;
import org.capsula.subtitles.Finding;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.subrip.SubRipParser;
import org.capsula.subtitles.text.Decoded;
import org.capsula.subtitles.text.Decoder;
import org.capsula.subtitles.webvtt.WebVttParser;
import org.jspecify.annotations.Nullable;

/** Any subtitle file: decode, recognise by content, parse. */
public final class SubtitleReader {
  private SubtitleReader() {}

  /**
   * All cues that can be read, and a finding for each repair and each loss. No content makes it
   * throw; where nothing can be read there are no cues and there is a finding of severity error.
   *
   * @param declaredLanguage a language tag in any form, as from the file's name; null if unknown
   */
  public static Parsed read(byte[] bytes, @Nullable String declaredLanguage) {
    return read(Decoder.decode(bytes, declaredLanguage));
  }

  /** As {@link #read(byte[], String)}, in an encoding that somebody chose. */
  public static Parsed read(byte[] bytes, @Nullable String declaredLanguage, Charset charset) {
    return read(Decoder.decode(bytes, declaredLanguage, charset));
  }

  private static Parsed read(Decoded file) {
    if (file.text().isBlank()) {
      return unreadable(file, Code.FILE_EMPTY);
    }
    if (WebVttParser.sniff(file)) {
      return withDecoding(file, WebVttParser.parse(file));
    }
    return SubRipParser.sniff(file)
        ? withDecoding(file, SubRipParser.parse(file))
        : unreadable(file, Code.FORMAT_UNKNOWN);
  }

  /** What was repaired in decoding a file that is none of ours would only distract. */
  private static Parsed unreadable(Decoded file, Code code) {
    return new Parsed(
        null, file.charset(), List.of(), List.of(), List.of(), List.of(Finding.of(code)));
  }

  private static Parsed withDecoding(Decoded file, Parsed parsed) {
    List<Finding> findings = new ArrayList<>(file.findings());
    findings.addAll(parsed.findings());
    if (parsed.cues().isEmpty()) {
      findings.add(Finding.of(Code.NO_CUES));
    }
    return parsed.withFindings(findings);
  }
}
