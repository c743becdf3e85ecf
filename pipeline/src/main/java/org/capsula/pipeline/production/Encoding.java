package org.capsula.pipeline.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.capsula.media.decoder.DecoderProcess;
import org.capsula.media.ladder.CopyDecision;
import org.capsula.media.ladder.Ladder;
import org.capsula.media.ladder.Rung;
import org.capsula.media.ladder.Thinning;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.PictureCopy;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.probe.VideoTrack;
import org.capsula.media.still.StoryboardPlan;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.TranscodeResult;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.production.Progress.Step;
import org.capsula.pipeline.storage.PartialFolder;
import org.jspecify.annotations.Nullable;

/** The part of every recipe that costs: from footage to encoded tracks and stills. */
final class Encoding {
  /** How the bar is shared out: reading a film takes about a fiftieth of encoding it. */
  private static final int INSPECTED = 3;

  static final int TRANSCODED = 97;

  private Encoding() {}

  /**
   * @param folder its content gets the tracks and stills
   */
  static Film run(Recipe recipe, DecoderProcess decoder, PartialFolder folder, Progress progress)
      throws UnreadableMediaException, IOException {
    progress.at(Step.INSPECTING, 0);
    Path directory = folder.content();
    Trim trim = recipe.trim();
    MediaInfo info = decoder.inspect(recipe.footage().toAbsolutePath(), trim);
    Duration length = trim.lengthOf(info.duration());
    requireLength(trim, info, length);
    List<ReadSubtitles> subtitles =
        recipe.subtitles().stream()
            .map(input -> ReadSubtitles.read(input, trim, info.duration()))
            .toList();
    Ladder sizes = ladder(recipe, info);
    String obstacle = copyObstacle(recipe, info, sizes);
    TranscodeJob job = job(recipe, info, sizes, directory, obstacle == null ? info.copy() : null);
    GrowingFilm.announce(folder.scratch(), job);
    TranscodeResult transcoded = transcode(job, decoder, progress);
    if (job.copy() != null && transcoded.pictureIsDamaged()) {
      // A player stops at damage that a decoder of ours gets over: so every rung is encoded.
      obstacle = "it is damaged";
      transcoded = transcode(job.withoutCopy(), decoder, progress);
    }
    Ladder ladder = info.video() == null ? sizes : CopyDecision.explained(sizes, obstacle);

    progress.at(Step.PACKAGING, TRANSCODED);
    List<EncodedTrack> encoded = EncodedTrack.readAll(directory, ladder, info);
    requireTracks(encoded);
    Ladder kept = recipe.ladder().isEmpty() ? thinned(ladder, encoded) : ladder;
    List<EncodedTrack> tracks = withoutDropped(kept, encoded, directory);
    return new Film(recipe, info, length, kept, job.storyboard(), transcoded, tracks, subtitles);
  }

  private static Ladder thinned(Ladder ladder, List<EncodedTrack> encoded) {
    int target = EncodedTrack.targetDuration(encoded);
    long sound =
        encoded.stream()
            .filter(track -> !track.isVideo())
            .mapToLong(track -> track.index().peakBandwidth(target))
            .max()
            .orElse(0);
    return Thinning.of(
        ladder,
        encoded.stream()
            .filter(EncodedTrack::isH264)
            .map(
                track ->
                    new Thinning.Measured(
                        track.lines(), track.index().peakBandwidth(target) + sound))
            .toList());
  }

  private static List<EncodedTrack> withoutDropped(
      Ladder kept, List<EncodedTrack> encoded, Path directory) throws IOException {
    Set<Integer> lines = kept.rungs().stream().map(Rung::lines).collect(Collectors.toSet());
    List<EncodedTrack> tracks = new ArrayList<>();
    for (EncodedTrack track : encoded) {
      if (!track.isVideo() || lines.contains(track.lines())) {
        tracks.add(track);
      } else {
        Files.delete(directory.resolve(track.file()));
      }
    }
    return tracks;
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

  private static TranscodeResult transcode(
      TranscodeJob job, DecoderProcess decoder, Progress progress) throws UnreadableMediaException {
    return decoder.transcode(job, time -> progress.at(Step.TRANSCODING, percent(time, job)));
  }

  /** Null where the first rung can be copied; sound has none to copy. */
  private static @Nullable String copyObstacle(Recipe recipe, MediaInfo info, Ladder ladder) {
    VideoTrack video = info.video();
    PictureCopy copy = info.copy();
    return video == null || copy == null
        ? "it has no picture"
        : recipe.av1()
            ? "AV1 is made beside it, whose encoder cannot keep to its groups"
            : CopyDecision.obstacle(ladder.rungs(), video, copy, recipe.trim().equals(Trim.NONE));
  }

  private static TranscodeJob job(
      Recipe recipe, MediaInfo info, Ladder ladder, Path directory, @Nullable PictureCopy copy) {
    Duration length = recipe.trim().lengthOf(info.duration());
    return new TranscodeJob(
        recipe.footage().toAbsolutePath(),
        directory,
        info,
        ladder.rungs(),
        recipe.preset(),
        recipe.trim(),
        info.picture().map(video -> StoryboardPlan.of(video, length)).orElse(null),
        recipe.av1(),
        copy);
  }

  private static int percent(Duration time, TranscodeJob job) {
    Duration done = time.minus(job.trim().start());
    Duration whole = job.trim().lengthOf(job.info().duration());
    double part = Math.min(1, Math.max(0, (double) done.toMillis() / whole.toMillis()));
    return INSPECTED + (int) ((TRANSCODED - INSPECTED) * part);
  }
}
