package org.capsula.media.transcode;

import org.capsula.media.ladder.Rung;

/** The names of the files that one pass writes. */
public final class TrackFiles {
  public static final String AUDIO = "audio.mp4";
  public static final String POSTER = "poster.jpg";
  public static final String STORYBOARD = "storyboard.jpg";
  public static final String WAVEFORM = "waveform.json";

  private TrackFiles() {}

  public static String video(Rung rung) {
    return "video-" + rung.lines() + ".mp4";
  }

  /** The same rung in AV1, where it was asked for. */
  public static String av1(Rung rung) {
    return "video-" + rung.lines() + "-av1.mp4";
  }
}
