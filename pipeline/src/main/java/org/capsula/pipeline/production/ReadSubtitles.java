package org.capsula.pipeline.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capsula.media.Severity;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.intake.CueCount;
import org.capsula.pipeline.intake.SubtitleInput;
import org.capsula.pipeline.publication.SubtitleTrack;
import org.capsula.pipeline.report.Finding;
import org.capsula.pipeline.report.Findings;
import org.capsula.pipeline.report.Report;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Format;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.reading.SubtitleReader;
import org.capsula.subtitles.timing.Cut;
import org.jspecify.annotations.Nullable;

/**
 * One subtitle file as it was read for a film.
 *
 * @param track empty where nothing could be read
 * @param refusal says why nothing could be read; null otherwise
 */
record ReadSubtitles(
    SubtitleInput input,
    Optional<SubtitleTrack> track,
    Report.SubtitleFile line,
    @Nullable Finding refusal) {

  /** An hour of dialogue is some 100 kB. */
  private static final long LARGEST = 20_000_000;

  /**
   * @param trim the part of the footage that becomes the film; the cues are cut with it
   * @param length of the footage
   */
  static ReadSubtitles read(SubtitleInput input, Trim trim, Duration length) {
    byte[] bytes;
    try {
      bytes = bytes(input.file());
    } catch (IOException e) {
      String reason =
          e instanceof NoSuchFileException
              ? "there is no such file"
              : String.valueOf(e.getMessage());
      return unreadable(input, null, reason);
    }
    Parsed parsed = SubtitleReader.read(bytes, input.language());
    if (parsed.cues().isEmpty() && hasError(parsed)) {
      return unreadable(input, parsed, Findings.of(parsed.findings().get(0)).message());
    }
    Optional<String> tooMany = CueCount.fault(parsed.cues().size());
    if (tooMany.isPresent()) {
      return unreadable(input, null, tooMany.get());
    }
    Duration end = trim.start().plus(trim.lengthOf(length));
    List<Cue> cues =
        trim.equals(Trim.NONE) ? parsed.cues() : Cut.clip(parsed.cues(), trim.start(), end);
    Parsed kept = parsed.withCues(cues);
    List<Finding> findings = new ArrayList<>(parsed.findings().stream().map(Findings::of).toList());
    if (cues.stream().noneMatch(cue -> cue.start().compareTo(end) < 0)) {
      findings.add(Findings.of(Severity.WARNING, "subtitles-outside", Map.of("file", name(input))));
    }
    return new ReadSubtitles(
        input,
        Optional.of(new SubtitleTrack(input.trackName(), input.language(), input.role(), kept)),
        line(input, kept, findings),
        null);
  }

  private static byte[] bytes(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    if (Files.size(file) > LARGEST) {
      throw new IOException("it is larger than " + LARGEST / 1_000_000 + " MB");
    }
    return Files.readAllBytes(file);
  }

  private static boolean hasError(Parsed parsed) {
    return parsed.findings().stream()
        .anyMatch(finding -> finding.severity() == org.capsula.subtitles.Severity.ERROR);
  }

  private static ReadSubtitles unreadable(
      SubtitleInput input, @Nullable Parsed parsed, String reason) {
    Finding refusal =
        Findings.of(
            Severity.ERROR, "subtitles-unreadable", Map.of("file", name(input), "reason", reason));
    List<Finding> findings =
        parsed == null ? List.of(refusal) : parsed.findings().stream().map(Findings::of).toList();
    return new ReadSubtitles(input, Optional.empty(), line(input, parsed, findings), refusal);
  }

  private static Report.SubtitleFile line(
      SubtitleInput input, @Nullable Parsed parsed, List<Finding> findings) {
    Format format = parsed == null ? null : parsed.format();
    return new Report.SubtitleFile(
        name(input),
        input.language(),
        input.role().word(),
        format == null ? null : format.word(),
        parsed == null ? null : parsed.charset(),
        parsed == null ? 0 : parsed.cues().size(),
        findings);
  }

  private static String name(SubtitleInput input) {
    return input.file().getFileName().toString();
  }
}
