package org.capsula.pipeline.production;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.capsula.media.decoder.DecoderProcess;
import org.capsula.media.ladder.Ladder;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.still.StoryboardPlan;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.TranscodeResult;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.production.Progress.Step;

/** The part of every recipe that costs: from footage to encoded tracks and stills. */
final class Encoding {
  /** How the bar is shared out: reading a film takes about a fiftieth of encoding it. */
  private static final int INSPECTED = 3;

  static final int TRANSCODED = 97;

  private Encoding() {}

  /**
   * @param directory gets the tracks and stills
   */
  static Film run(Recipe recipe, DecoderProcess decoder, Path directory, Progress progress)
      throws UnreadableMediaException, IOException {
    progress.at(Step.INSPECTING, 0);
    Trim trim = recipe.trim();
    MediaInfo info = decoder.inspect(recipe.footage().toAbsolutePath(), trim);
    Duration length = trim.lengthOf(info.duration());
    requireLength(trim, info, length);
    List<ReadSubtitles> subtitles =
        recipe.subtitles().stream()
            .map(input -> ReadSubtitles.read(input, trim, info.duration()))
            .toList();
    Ladder ladder = ladder(recipe, info);

    TranscodeJob job = job(recipe, info, ladder, directory);
    TranscodeResult transcoded =
        decoder.transcode(job, time -> progress.at(Step.TRANSCODING, percent(time, job)));

    progress.at(Step.PACKAGING, TRANSCODED);
    List<EncodedTrack> tracks = EncodedTrack.readAll(directory, ladder, info);
    requireTracks(tracks);
    return new Film(recipe, info, length, ladder, job.storyboard(), transcoded, tracks, subtitles);
  }

  private static void requireLength(Trim trim, MediaInfo info, Duration length)
      throws UnreadableMediaException {
    if (info.duration().isZero()) {
      throw new UnreadableMediaException(
          "zero-length", "it lasts no time at all: nothing was recorded in it; film it again");
    }
    if (length.isZero()) {
      throw new UnreadableMediaException(
          "trim-outside",
          "the cut begins at "
              + trim.start().toMillis() / 1000.0
              + " s but the film lasts "
              + info.duration().toMillis() / 1000.0
              + " s; give a START within it");
    }
  }

  /** The footage's fault, not the machine's: another attempt would end like this one. */
  private static void requireTracks(List<EncodedTrack> tracks) throws UnreadableMediaException {
    if (tracks.isEmpty()) {
      throw new UnreadableMediaException(
          "no-decodable-track",
          "nothing of its picture and sound could be decoded; copy it again from the camera, or"
              + " export it again as H.264 with AAC sound");
    }
  }

  private static Ladder ladder(Recipe recipe, MediaInfo info) {
    return info.picture()
        .map(
            video ->
                recipe.ladder().isEmpty()
                    ? Ladder.ofFootage(video)
                    : Ladder.ofRequest(video, recipe.ladder()))
        .orElseGet(() -> new Ladder(List.of(), List.of()));
  }

  private static TranscodeJob job(Recipe recipe, MediaInfo info, Ladder ladder, Path directory) {
    Duration length = recipe.trim().lengthOf(info.duration());
    return new TranscodeJob(
        recipe.footage().toAbsolutePath(),
        directory,
        info,
        ladder.rungs(),
        recipe.preset(),
        recipe.trim(),
        info.picture().map(video -> StoryboardPlan.of(video, length)).orElse(null));
  }

  private static int percent(Duration time, TranscodeJob job) {
    Duration done = time.minus(job.trim().start());
    Duration whole = job.trim().lengthOf(job.info().duration());
    double part = Math.min(1, Math.max(0, (double) done.toMillis() / whole.toMillis()));
    return INSPECTED + (int) ((TRANSCODED - INSPECTED) * part);
  }
}
