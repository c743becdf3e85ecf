package org.capsula.pipeline.editing;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.capsula.pipeline.editing.RefusedEditException.Reason;
import org.capsula.pipeline.intake.CueCount;
import org.capsula.pipeline.intake.SubtitleName;
import org.capsula.pipeline.report.Finding;
import org.capsula.pipeline.report.Findings;
import org.capsula.subtitles.LanguageTag;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.Role;
import org.capsula.subtitles.Severity;
import org.capsula.subtitles.reading.SubtitleReader;
import org.capsula.subtitles.text.LanguageGuesser;
import org.capsula.subtitles.webvtt.WebVttWriter;
import org.jspecify.annotations.Nullable;

/**
 * What a subtitle file is, as far as it was told or can be seen.
 *
 * @param format as {@link org.capsula.subtitles.Format#word} says
 * @param webVtt what players get
 */
record SubtitleReading(
    String language,
    Role role,
    String format,
    String charset,
    String webVtt,
    int cues,
    List<Finding> findings) {

  static SubtitleReading of(NewSubtitles file) throws RefusedEditException {
    SubtitleName name = SubtitleName.of(Path.of(fileName(file.name())));
    Role role = file.role() == null ? name.role() : file.role();
    String told = file.language();
    Optional<String> language = told == null ? name.language() : Optional.of(required(told));
    String known = language.isPresent() ? language.get() : guessed(file);
    Parsed parsed = readable(file, known);
    return new SubtitleReading(
        known,
        role,
        Objects.requireNonNull(parsed.format()).word(),
        parsed.charset(),
        WebVttWriter.writeForHls(parsed),
        parsed.cues().size(),
        findings(parsed));
  }

  /** The file is read once more with it: encoding and letters are told by the language, too. */
  private static String guessed(NewSubtitles file) throws RefusedEditException {
    return LanguageGuesser.guess(readable(file, null).cues())
        .orElseThrow(
            () ->
                new RefusedEditException(
                    Reason.NO_LANGUAGE,
                    file.name() + ": its words do not tell its language; choose the language."));
  }

  private static Parsed readable(NewSubtitles file, @Nullable String language)
      throws RefusedEditException {
    Parsed parsed = parse(file, language);
    if (parsed.format() == null || isWorthless(parsed)) {
      List<Finding> findings = findings(parsed);
      throw new RefusedEditException(
          Reason.UNREADABLE,
          file.name()
              + ": cannot be read as subtitles: "
              + (findings.isEmpty() ? "it is in no known format" : findings.get(0).message()));
    }
    Optional<String> tooMany = CueCount.fault(parsed.cues().size());
    if (tooMany.isPresent()) {
      throw new RefusedEditException(Reason.UNREADABLE, file.name() + ": " + tooMany.get() + ".");
    }
    return parsed;
  }

  private static List<Finding> findings(Parsed parsed) {
    return parsed.findings().stream().map(Findings::of).toList();
  }

  /** A name from elsewhere may hold what no path can. */
  private static String fileName(String name) {
    return name.replaceAll("[\\p{Cc}/\\\\]", "_");
  }

  private static String required(String tag) throws RefusedEditException {
    return LanguageTag.normalise(tag)
        .orElseThrow(
            () ->
                new RefusedEditException(
                    Reason.INVALID,
                    "“" + tag + "” is no language; give a tag like fr, el, ro, de, lb or en."));
  }

  private static Parsed parse(NewSubtitles file, @Nullable String language)
      throws RefusedEditException {
    String charset = file.charset();
    if (charset == null) {
      return SubtitleReader.read(file.bytes(), language);
    }
    return SubtitleReader.read(file.bytes(), language, charset(charset));
  }

  /** One that also writes: those that only read guess among several themselves. */
  private static Charset charset(String name) throws RefusedEditException {
    try {
      Charset charset = Charset.forName(name);
      if (charset.canEncode()) {
        return charset;
      }
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      // As one that only reads.
    }
    throw new RefusedEditException(
        Reason.INVALID, "“" + name + "” is no encoding that is known; choose another.");
  }

  private static boolean isWorthless(Parsed parsed) {
    return parsed.cues().isEmpty()
        && parsed.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
