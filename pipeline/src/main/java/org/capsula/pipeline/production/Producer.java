package org.capsula.pipeline.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.capsula.media.decoder.DecoderFailedException;
import org.capsula.media.decoder.DecoderProcess;
import org.capsula.media.ladder.Ladder;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.still.StoryboardPlan;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.TranscodeResult;
import org.capsula.media.type.FileType;
import org.capsula.pipeline.production.Progress.Step;
import org.capsula.pipeline.publication.EncodedTrack;
import org.capsula.pipeline.publication.FilmFolder;
import org.capsula.pipeline.report.Findings;
import org.capsula.pipeline.report.Report;
import org.capsula.pipeline.report.ReportJson;
import org.capsula.pipeline.storage.PartialFolder;
import org.jspecify.annotations.Nullable;

/** The recipe: footage in, a playable folder out, from top to bottom. */
public final class Producer {
  /** How the bar is shared out: reading a film takes about a fiftieth of encoding it. */
  private static final int INSPECTED = 3;

  private static final int TRANSCODED = 97;

  /**
   * Makes one film.
   *
   * @return what was made, or why it was refused; nothing stands at the target then
   * @throws MachineFailureException where the machine fails: a full disk, a killed decoder
   */
  public Report produce(Order order, Progress progress) {
    try {
      FileType.requireFootage(order.footage());
      return produceFootage(order, progress);
    } catch (UnreadableMediaException e) {
      String name = order.footageName();
      return Report.refused(name, Findings.refusal(e.code(), name + ": " + e.getMessage() + "."));
    } catch (DecoderFailedException e) {
      Path full = e.isDiskFull() ? e.fullFolder().orElse(order.directory()) : null;
      throw failure(order, full, e);
    } catch (IOException | UncheckedIOException e) {
      boolean full = String.valueOf(e.getMessage()).contains("No space left");
      throw failure(order, full ? order.directory() : null, e);
    }
  }

  private static Report produceFootage(Order order, Progress progress)
      throws UnreadableMediaException, IOException {
    UseMeter meter = UseMeter.start();
    try (PartialFolder folder = PartialFolder.in(order.directory());
        DecoderProcess decoder = DecoderProcess.start(folder.scratch())) {
      progress.at(Step.INSPECTING, 0);
      MediaInfo info = decoder.inspect(order.footage().toAbsolutePath(), order.trim());
      Duration length = order.trim().lengthOf(info.duration());
      requireLength(order, info, length);
      List<ReadSubtitles> subtitles = new ArrayList<>();
      order
          .subtitles()
          .forEach(
              input -> subtitles.add(ReadSubtitles.read(input, order.trim(), info.duration())));
      Ladder ladder = ladder(order, info);

      TranscodeJob job = job(order, info, ladder, folder.content());
      TranscodeResult transcoded =
          decoder.transcode(job, time -> progress.at(Step.TRANSCODING, percent(time, job)));

      progress.at(Step.PACKAGING, TRANSCODED);
      List<EncodedTrack> tracks = EncodedTrack.readAll(folder.content(), ladder, info);
      Film film = new Film(order, info, length, ladder, transcoded, tracks, subtitles);
      FilmFolder publication =
          new FilmFolder(
              folder.content(), title(order), job.storyboard(), tracks, film.subtitleTracks());
      publication.write();
      decoder.remux(publication.download());

      Report report = Reports.of(film, meter.stop(decoder));
      Files.writeString(folder.content().resolve("report.json"), ReportJson.indented(report));
      folder.moveTo(order.target());
      progress.at(Step.PACKAGING, 100);
      return report;
    }
  }

  private static void requireLength(Order order, MediaInfo info, Duration length)
      throws UnreadableMediaException {
    if (info.duration().isZero()) {
      throw new UnreadableMediaException(
          "zero-length", "it lasts no time at all: nothing was recorded in it; film it again");
    }
    if (length.isZero()) {
      throw new UnreadableMediaException(
          "trim-outside",
          "the cut begins at "
              + order.trim().start().toMillis() / 1000.0
              + " s but the film lasts "
              + info.duration().toMillis() / 1000.0
              + " s; give a START within it");
    }
  }

  private static Ladder ladder(Order order, MediaInfo info) {
    return info.picture()
        .map(
            video ->
                order.ladder().isEmpty()
                    ? Ladder.ofFootage(video)
                    : Ladder.ofRequest(video, order.ladder()))
        .orElseGet(() -> new Ladder(List.of(), List.of()));
  }

  private static TranscodeJob job(Order order, MediaInfo info, Ladder ladder, Path directory) {
    Duration length = order.trim().lengthOf(info.duration());
    return new TranscodeJob(
        order.footage().toAbsolutePath(),
        directory,
        info,
        ladder.rungs(),
        order.preset(),
        order.trim(),
        info.picture().map(video -> StoryboardPlan.of(video, length)).orElse(null));
  }

  private static int percent(Duration time, TranscodeJob job) {
    Duration done = time.minus(job.trim().start());
    Duration whole = job.trim().lengthOf(job.info().duration());
    double part = Math.min(1, Math.max(0, (double) done.toMillis() / whole.toMillis()));
    return INSPECTED + (int) ((TRANSCODED - INSPECTED) * part);
  }

  /** As the footage's author wrote it: the folder's name has lost what addresses cannot hold. */
  private static String title(Order order) {
    String name = order.footageName();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static MachineFailureException failure(
      Order order, @Nullable Path full, Exception cause) {
    String what = full == null ? words(cause) : diskFull(full);
    return new MachineFailureException(order.footageName() + ": " + what + ".", cause);
  }

  private static String diskFull(Path folder) {
    return "the disk of " + folder + " is full; free some space and run it again";
  }

  /** Java's message of a refused file is often its path alone. */
  private static String words(Exception cause) {
    if (!(cause instanceof FileSystemException refused)) {
      return String.valueOf(cause.getMessage());
    }
    String reason = refused.getReason();
    return refused.getFile()
        + " cannot be written"
        + (reason == null ? "" : " (" + reason + ")")
        + "; check its permissions or choose another folder";
  }
}
