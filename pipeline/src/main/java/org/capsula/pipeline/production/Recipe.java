package org.capsula.pipeline.production;

import java.nio.file.Path;
import java.util.List;
import org.capsula.media.transcode.Preset;
import org.capsula.media.transcode.Trim;
import org.capsula.pipeline.intake.SubtitleInput;

/**
 * What is to be made of one footage.
 *
 * @param footageName as its owner knows the file; for messages and the report
 * @param ladder short sides in pixels that were asked for; empty for the default ladder
 * @param av1 whether each rung is made in AV1 too
 */
public record Recipe(
    Path footage,
    String footageName,
    List<SubtitleInput> subtitles,
    List<Integer> ladder,
    Preset preset,
    Trim trim,
    boolean av1) {
  /**
   * To be raised when the same footage gives another film than before; else a crashed production
   * would be finished with what an older program made.
   */
  private static final int VERSION = 2;

  public Recipe {
    subtitles = List.copyOf(subtitles);
    ladder = List.copyOf(ladder);
  }

  /** The recipe of a library: the default ladder. */
  public static Recipe ofLibrary(Path footage, String footageName, Trim trim) {
    return new Recipe(footage, footageName, List.of(), List.of(), Preset.FAST, trim, false);
  }

  /** The same words for the same result. */
  String words(String footageSha256) {
    return "%d %s %s %s %s %s".formatted(VERSION, footageSha256, ladder, preset, trim, av1);
  }
}
