package org.capsula.media;

import java.util.Locale;

/** Every code a {@link Finding} of this module can have, with its severity and its arguments. */
public enum Code {
  /** The picture is HDR and was not brought to SDR. {@code transfer}: {@code pq} or {@code hlg}. */
  HDR_NOT_TONE_MAPPED(Severity.WARNING),
  /** The picture is interlaced and was encoded as it is. No arguments. */
  INTERLACED(Severity.WARNING),
  /** The frames do not stand on a grid. {@code rate}: the one they were brought to. */
  VARIABLE_FRAME_RATE(Severity.NOTE),
  /** No camera has such pixels, so they were taken for square ones. {@code aspect}. */
  PIXEL_ASPECT_IGNORED(Severity.WARNING),
  /** Damage met while decoding. {@code kind}: {@code picture} or {@code sound}; {@code count}. */
  DECODE_ERRORS(Severity.WARNING),
  /** The file ends before its header says; start and end tell what is missing. No arguments. */
  FOOTAGE_TRUNCATED(Severity.ERROR),
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
