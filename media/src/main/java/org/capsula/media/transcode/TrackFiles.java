package org.capsula.media.transcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.capsula.media.ladder.Rung;
import org.capsula.media.probe.AudioTrack;

/** The names of the files that one pass writes. */
public final class TrackFiles {
  /** The main sound. */
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

  /**
   * One name a sound, in their order. The main one's never tells its language, so that whoever
   * knows nothing of several sounds finds it.
   */
  public static List<String> audio(List<AudioTrack> sounds) {
    List<String> names = new ArrayList<>();
    for (AudioTrack sound : sounds) {
      String stem = names.isEmpty() ? "audio" : stem(sound);
      String name = stem + ".mp4";
      for (int i = 2; names.contains(name); i++) {
        name = stem + '-' + i + ".mp4";
      }
      names.add(name);
    }
    return names;
  }

  private static String stem(AudioTrack sound) {
    String language = Objects.requireNonNullElse(sound.language(), "und");
    return "audio-" + language + (sound.role() == null ? "" : '-' + sound.role().word());
  }
}
