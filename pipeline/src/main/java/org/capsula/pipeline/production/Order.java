package org.capsula.pipeline.production;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.capsula.media.transcode.Preset;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.intake.SubtitleInput;

/**
 * One footage to be made into a folder.
 *
 * @param target the folder that will exist when all is done
 * @param ladder short sides in pixels that were asked for; empty for the default ladder
 * @param av1 whether each rung is made in AV1 too
 */
public record Order(
    Path footage,
    List<SubtitleInput> subtitles,
    Path target,
    List<Integer> ladder,
    Preset preset,
    Trim trim,
    boolean av1) {
  public Order {
    subtitles = List.copyOf(subtitles);
    ladder = List.copyOf(ladder);
    // A folder's “..” would no longer be found once the folder has been moved.
    target = target.toAbsolutePath().normalize();
  }

  /** In H.264 alone, which every player knows. */
  public Order(
      Path footage,
      List<SubtitleInput> subtitles,
      Path target,
      List<Integer> ladder,
      Preset preset,
      Trim trim) {
    this(footage, subtitles, target, ladder, preset, trim, false);
  }

  /** The folder in which the target will stand. */
  Path directory() {
    return Objects.requireNonNullElse(target.getParent(), target.getRoot());
  }

  Recipe recipe() {
    return new Recipe(
        footage, footage.getFileName().toString(), subtitles, ladder, preset, trim, av1);
  }
}
