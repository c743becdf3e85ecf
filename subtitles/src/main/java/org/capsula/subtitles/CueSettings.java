package org.capsula.subtitles;

import org.jspecify.annotations.Nullable;

/**
 * Where and how a cue is laid out; names and defaults of VTTCue.
 *
 * @param snapToLines whether {@code line} counts lines; else it is in percent
 * @param line null for auto
 * @param position in percent; null for auto
 * @param size in percent
 * @param region null for none
 */
public record CueSettings(
    Vertical vertical,
    boolean snapToLines,
    @Nullable Double line,
    LineAlign lineAlign,
    @Nullable Double position,
    PositionAlign positionAlign,
    double size,
    Align align,
    @Nullable Region region) {

  public static final CueSettings DEFAULT =
      new CueSettings(
          Vertical.HORIZONTAL,
          /* snapToLines= */ true,
          /* line= */ null,
          LineAlign.START,
          /* position= */ null,
          PositionAlign.AUTO,
          /* size= */ 100,
          Align.CENTER,
          /* region= */ null);

  /** VTTCue.vertical: the writing direction, and to which side lines grow. */
  public enum Vertical {
    HORIZONTAL(""),
    RL("rl"),
    LR("lr");

    private final String word;

    Vertical(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** VTTCue.lineAlign: which edge of the cue box stands at {@code line}. */
  public enum LineAlign {
    START("start"),
    CENTER("center"),
    END("end");

    private final String word;

    LineAlign(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** VTTCue.positionAlign: which edge of the cue box stands at {@code position}. */
  public enum PositionAlign {
    LINE_LEFT("line-left"),
    CENTER("center"),
    LINE_RIGHT("line-right"),
    AUTO("auto");

    private final String word;

    PositionAlign(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** VTTCue.align: how the lines of text stand within the cue box. */
  public enum Align {
    START("start"),
    CENTER("center"),
    END("end"),
    LEFT("left"),
    RIGHT("right");

    private final String word;

    Align(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
