package org.capsula.media;

import java.util.Locale;

/** Every code a {@link Finding} of this module can have, with its severity and its arguments. */
public enum Code {
  /** The picture is HDR and was brought to SDR. {@code transfer}: {@code pq} or {@code hlg}. */
  HDR_TONE_MAPPED(Severity.NOTE),
  /** Pictures of two fields were made whole. No arguments. */
  DEINTERLACED(Severity.NOTE),
  /** The frames do not stand on a grid. {@code rate}: the one they were brought to. */
  VARIABLE_FRAME_RATE(Severity.NOTE),
  /** No camera has such pixels, so they were taken for square ones. {@code aspect}. */
  PIXEL_ASPECT_IGNORED(Severity.WARNING),
  /**
   * Damage met while decoding, once a place; an error where it takes a fifth of the film. {@code
   * kind}: {@code picture} or {@code sound}; {@code count}.
   */
  DECODE_ERRORS(Severity.WARNING),
  /** Behind twenty findings of one kind: how many more there are. {@code count}. */
  MORE_PLACES(Severity.WARNING),
  /** The file ends before its header says; start and end tell what is missing. No arguments. */
  FOOTAGE_TRUNCATED(Severity.ERROR),
  /**
   * One track ends before the other; an error where that takes a fifth of the film. {@code kind},
   * of the one that is missing: {@code picture} or {@code sound}; {@code seconds}.
   */
  TRACK_ENDS_EARLY(Severity.WARNING),
  /** Nothing to see for a while; an error where that takes a fifth of the film. No arguments. */
  PICTURE_BLACK(Severity.WARNING),
  /** The picture stops in mid movement. No arguments. */
  PICTURE_FROZEN(Severity.NOTE),
  /** No frame came out of the picture track. {@code codec}: FFmpeg's short name. */
  VIDEO_NOT_DECODABLE(Severity.ERROR),
  /** No sample came out of the sound track. {@code codec}: FFmpeg's short name. */
  AUDIO_NOT_DECODABLE(Severity.ERROR),
  /** A sound track beside the main one that no decoder is known for. {@code codec}. */
  TRACK_NOT_DECODABLE(Severity.NOTE),
  /** There is no sound track. No arguments. */
  NO_AUDIO(Severity.NOTE),
  /** There is a sound track with nothing to hear in it. No arguments. */
  SILENT(Severity.WARNING),
  /** Nothing to hear for a while. No arguments. */
  SILENCE(Severity.WARNING),
  /** Recorded too loud: the waves are cut off. No arguments. */
  SOUND_CLIPPED(Severity.WARNING),
  /** So quiet that bringing it to the target would only lift noise. {@code loudness, gain}. */
  GAIN_LIMITED(Severity.WARNING),
  /** Tracks beside the main one. {@code kind}: {@code picture} or {@code sound}; {@code count}. */
  TRACK_NOT_USED(Severity.WARNING);

  private final Severity severity;
  private final String word;

  Code(Severity severity) {
    this.severity = severity;
    this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Severity severity() {
    return severity;
  }

  /** The stable, kebab-case form, such as {@code footage-truncated}. */
  public String word() {
    return word;
  }
}
