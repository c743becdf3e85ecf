package org.capsula.pipeline.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.capsula.media.Rational;
import org.capsula.media.fragment.Segment;
import org.capsula.media.fragment.TrackIndex;
import org.capsula.media.fragment.TrackIndexReader;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.transcode.TrackFiles;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.pipeline.catalog.edition.EncodedTrack;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.storage.PartialFolder;
import org.capsula.pipeline.storage.Sha256;
import org.capsula.pipeline.storage.Storage;
import org.jspecify.annotations.Nullable;

/** A film that is being made, as far as it has come. */
public final class GrowingFilm {
  private static final String PLAN = "plan.json";

  private final PartialFolder.Growing folder;
  private final Plan plan;

  private GrowingFilm(PartialFolder.Growing folder, Plan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /**
   * What will be made.
   *
   * @param targetDuration seconds; no segment will be longer
   */
  record Plan(List<PlannedTrack> tracks, int targetDuration) {
    /** Regular segments last four seconds; those of copied footage have no length of their own. */
    static Plan of(TranscodeJob job) {
      List<PlannedTrack> tracks = new ArrayList<>();
      MediaInfo info = job.info();
      info.picture()
          .ifPresent(
              video ->
                  job.rungs()
                      .forEach(
                          rung ->
                              tracks.add(
                                  new PlannedTrack(
                                      TrackFiles.video(rung),
                                      rung.lines(),
                                      video.frameRate().toString()))));
      // Viewers of a film in the making hear its main sound.
      TrackFiles.audio(info.sounds()).stream()
          .limit(1)
          .forEach(file -> tracks.add(new PlannedTrack(file, 0, null)));
      return new Plan(tracks, job.copy() == null ? 4 : 10);
    }
  }

  record PlannedTrack(String file, int lines, @Nullable String frameRate) {}

  /** The name of the folder in which a recipe is made. */
  static String workName(Recipe recipe, String footageSha256) {
    return Sha256.of(recipe.words(footageSha256)).substring(0, 16);
  }

  static void announce(Path scratch, TranscodeJob job) throws IOException {
    // Who looks for it must not find half of it.
    Path whole = Files.writeString(scratch.resolve(PLAN + ".new"), Json.compact(Plan.of(job)));
    Files.move(whole, scratch.resolve(PLAN), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * @return empty where nobody makes it at the moment, or its footage is still being read
   */
  public static Optional<GrowingFilm> of(Recipe recipe, String footageSha256, Storage storage)
      throws IOException {
    Optional<PartialFolder.Growing> folder =
        PartialFolder.growing(storage.work(), workName(recipe, footageSha256));
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try {
      String plan = Files.readString(folder.get().scratch().resolve(PLAN));
      return Optional.of(new GrowingFilm(folder.get(), Json.read(plan, Plan.class)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Empty until each of them can be played. */
  public List<EncodedTrack> tracks() throws IOException {
    List<EncodedTrack> tracks = new ArrayList<>();
    for (PlannedTrack planned : plan.tracks()) {
      Optional<EncodedTrack> track = track(planned);
      if (track.isEmpty()) {
        return List.of();
      }
      tracks.add(track.get());
    }
    return tracks;
  }

  private Optional<EncodedTrack> track(PlannedTrack planned) throws IOException {
    Path file = folder.content().resolve(planned.file());
    Optional<TrackIndex> index = TrackIndexReader.readGrowing(file);
    String rate = planned.frameRate();
    return index.map(
        read ->
            new EncodedTrack(
                planned.file(),
                planned.lines(),
                rate == null ? null : Rational.parse(rate),
                null,
                null,
                read.initLength() + read.mediaBytes(),
                withoutKeyFrames(read)));
  }

  /** Their playlist is for films that are complete. */
  private static TrackIndex withoutKeyFrames(TrackIndex index) {
    return new TrackIndex(
        index.initLength(),
        index.codec(),
        index.width(),
        index.height(),
        index.segments().stream()
            .map(s -> new Segment(s.offset(), s.length(), s.start(), s.seconds()))
            .toList());
  }

  /** Where a track's bytes are. */
  public Path file(EncodedTrack track) {
    return folder.content().resolve(track.file());
  }

  /** Seconds; the same from the first moment to the end. */
  public int targetDuration() {
    return plan.targetDuration();
  }
}
