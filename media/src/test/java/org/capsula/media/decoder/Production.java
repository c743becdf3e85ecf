package org.capsula.media.decoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.capsula.media.fragment.TrackIndex;
import org.capsula.media.fragment.TrackIndexReader;
import org.capsula.media.ladder.Ladder;
import org.capsula.media.ladder.Rung;
import org.capsula.media.probe.MediaInfo;
import org.capsula.media.probe.UnreadableMediaException;
import org.capsula.media.still.StoryboardPlan;
import org.capsula.media.transcode.Preset;
import org.capsula.media.transcode.TrackFiles;
import org.capsula.media.transcode.TranscodeJob;
import org.capsula.media.transcode.TranscodeResult;
import org.capsula.media.transcode.Trim;

/** One film put through a decoder process of its own. */
public record Production(TranscodeJob job, TranscodeResult result) {

  /**
   * @param sizes short sides; the default ladder where none is named
   */
  public static Production of(Path film, Path folder, Trim trim, Integer... sizes)
      throws IOException, UnreadableMediaException {
    try (DecoderProcess decoder =
        DecoderProcess.start(Files.createTempDirectory(folder, "scratch"))) {
      TranscodeJob job =
          job(
              film,
              Files.createDirectory(folder.resolve("tracks")),
              decoder.inspect(film, trim),
              trim,
              sizes);
      return new Production(job, decoder.transcode(job, time -> {}));
    }
  }

  public static TranscodeJob job(
      Path film, Path target, MediaInfo info, Trim trim, Integer... sizes) {
    List<Rung> rungs =
        info.picture()
            .map(
                video ->
                    sizes.length == 0
                        ? Ladder.ofFootage(video)
                        : Ladder.ofRequest(video, List.of(sizes)))
            .map(Ladder::rungs)
            .orElse(List.of());
    StoryboardPlan storyboard =
        info.picture()
            .map(video -> StoryboardPlan.of(video, trim.lengthOf(info.duration())))
            .orElse(null);
    return new TranscodeJob(film, target, info, rungs, Preset.FAST, trim, storyboard);
  }

  public Path file(String name) {
    return job.directory().resolve(name);
  }

  public Path video(Rung rung) {
    return file(TrackFiles.video(rung));
  }

  public TrackIndex index(String name) throws IOException {
    return TrackIndexReader.read(file(name));
  }
}
