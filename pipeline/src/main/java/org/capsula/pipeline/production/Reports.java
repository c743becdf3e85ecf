package org.capsula.pipeline.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.capsula.media.Severity;
import org.capsula.media.colour.Hdr;
import org.capsula.media.probe.AudioTrack;
import org.capsula.media.probe.Chapter;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.VideoTrack;
import org.capsula.media.sound.Loudness;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.publication.SubtitleTrack;
import org.capsula.pipeline.report.Finding;
import org.capsula.pipeline.report.Findings;
import org.capsula.pipeline.report.Report;
import org.capsula.pipeline.report.Seconds;
import org.capsula.subtitles.Cue;
import org.capsula.subtitles.Role;
import org.capsula.subtitles.timing.Intervals;
import org.jspecify.annotations.Nullable;

/** From a finished film to its report. */
final class Reports {
  private Reports() {}

  static Report of(Film film, @Nullable String folder, UseMeter.Use use) {
    return new Report(
        Report.SCHEMA,
        isDamaged(film) ? Report.HELD : Report.PRODUCED,
        folder,
        source(film),
        film.transcoded().videoDecoders(),
        Seconds.of(use.cpu()),
        Seconds.of(use.wall()),
        use.peakMemoryBytes(),
        tracks(film),
        film.ladder().decisions().stream()
            .map(step -> new Report.LadderStep(step.lines(), step.kept(), step.reason()))
            .toList(),
        loudness(film),
        film.subtitles().stream().map(ReadSubtitles::line).toList(),
        chapters(film),
        findings(film));
  }

  /** A film that lacks a part should not be shown before a person has looked. */
  private static boolean isDamaged(Film film) {
    return mediaFindings(film).anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  private static Stream<org.capsula.media.Finding> mediaFindings(Film film) {
    return Stream.concat(film.info().findings().stream(), film.transcoded().findings().stream());
  }

  private static Report.SourceFile source(Film film) {
    MediaInfo info = film.info();
    VideoTrack video = info.video();
    AudioTrack audio = info.audio();
    Hdr hdr = film.transcoded().hdr();
    return new Report.SourceFile(
        film.recipe().footageName(),
        info.container(),
        Seconds.of(info.duration()),
        video == null ? null : video.width(),
        video == null ? null : video.height(),
        video == null ? null : video.frameRate().toDouble(),
        video == null ? null : video.codec(),
        audio == null ? null : audio.codec(),
        video == null ? null : video.rotation(),
        hdr == null ? null : hdr.word());
  }

  private static List<Report.Track> tracks(Film film) {
    List<Report.Track> tracks = new ArrayList<>();
    int target = EncodedTrack.targetDuration(film.tracks());
    film.tracks().forEach(track -> tracks.add(encoded(track, target)));
    film.subtitleTracks().forEach(track -> tracks.add(text(track, film)));
    return tracks;
  }

  private static Report.Track encoded(EncodedTrack track, int targetDuration) {
    boolean video = track.isVideo();
    return new Report.Track(
        track.file(),
        video ? "video" : "audio",
        video ? track.index().width() : null,
        video ? track.index().height() : null,
        track.frameRate() == null ? null : track.frameRate().toDouble(),
        track.language(),
        track.role() == null ? null : track.role().word(),
        track.index().codec(),
        track.bytes(),
        track.index().averageBandwidth(),
        track.index().peakBandwidth(targetDuration));
  }

  private static Report.Track text(SubtitleTrack track, Film film) {
    long bytes = track.bytes();
    long bandwidth = track.shown().bandwidth(Seconds.of(film.length()));
    return new Report.Track(
        track.path(),
        "subtitles",
        null,
        null,
        null,
        track.language(),
        track.role().word(),
        "wvtt",
        bytes,
        bandwidth,
        bandwidth);
  }

  private static Report.@Nullable LoudnessLine loudness(Film film) {
    Loudness input = film.info().loudness();
    Loudness output = film.transcoded().output();
    return input == null || output == null
        ? null
        : new Report.LoudnessLine(
            hundredths(input.integratedLufs()),
            hundredths(output.integratedLufs()),
            output.truePeakDbtp() == null ? null : hundredths(output.truePeakDbtp()));
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /**
   * A chapters file says more than the container: somebody wrote it for this film. Where both say
   * nothing, the scenes do.
   */
  private static List<Report.ChapterLine> chapters(Film film) {
    List<Report.ChapterLine> written =
        film.subtitleTracks().stream()
            .filter(track -> track.role() == Role.CHAPTERS)
            .findFirst()
            .map(Reports::chapters)
            .orElse(List.of());
    if (!written.isEmpty()) {
      return written;
    }
    List<Chapter> container = film.info().chapters();
    return shown(container.isEmpty() ? film.transcoded().chapters() : container, film);
  }

  private static List<Report.ChapterLine> chapters(SubtitleTrack track) {
    List<Report.ChapterLine> lines = new ArrayList<>();
    for (Cue cue : track.content().cues()) {
      Intervals.of(List.of(cue)).stream()
          .findFirst()
          .ifPresent(
              shown -> lines.add(new Report.ChapterLine(Seconds.of(cue.start()), shown.text())));
    }
    return lines;
  }

  private static List<Report.ChapterLine> shown(List<Chapter> chapters, Film film) {
    Trim trim = film.recipe().trim();
    return chapters.stream()
        .filter(chapter -> chapter.start().minus(trim.start()).compareTo(film.length()) < 0)
        .filter(chapter -> !chapter.start().minus(trim.start()).isNegative())
        .map(
            chapter ->
                new Report.ChapterLine(
                    Seconds.of(chapter.start().minus(trim.start())), chapter.title()))
        .toList();
  }

  private static List<Finding> findings(Film film) {
    return Stream.concat(
            mediaFindings(film).map(Findings::of),
            film.subtitles().stream().map(ReadSubtitles::refusal).filter(Objects::nonNull))
        .toList();
  }
}
