package org.capsula.media.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.capsula.media.Finding;
import org.capsula.media.sound.Loudness;
import org.jspecify.annotations.Nullable;

/**
 * What a footage file is, as read from every packet of it (not only from its header).
 *
 * @param container short name of the container, e.g. {@code mov}, {@code matroska}
 * @param start the file's own time of its first sample; all other times count from it
 * @param duration from {@code start} to the end of the last sample of the tracks that are used
 * @param video the main picture, null for sound only
 * @param copy whether the picture's stream can be taken as it is; null for sound only
 * @param sounds those that are used, the main one first; none for a silent film
 */
public record MediaInfo(
    String container,
    Duration start,
    Duration duration,
    @Nullable VideoTrack video,
    @Nullable PictureCopy copy,
    List<AudioTrack> sounds,
    List<Chapter> chapters,
    List<Finding> findings) {

  public MediaInfo {
    sounds = List.copyOf(sounds);
    chapters = List.copyOf(chapters);
    findings = List.copyOf(findings);
    if (video == null && sounds.isEmpty()) {
      throw new IllegalArgumentException("media without picture and sound");
    }
  }

  public Optional<VideoTrack> picture() {
    return Optional.ofNullable(video);
  }

  /** The main one. */
  public Optional<AudioTrack> sound() {
    return sounds.stream().findFirst();
  }

  /** The main sound, null for a silent film. */
  public @Nullable AudioTrack audio() {
    return sounds.isEmpty() ? null : sounds.get(0);
  }

  /** Of the main sound over the part that is used, null without sound or when silent. */
  public @Nullable Loudness loudness() {
    return sounds.isEmpty() ? null : sounds.get(0).loudness();
  }
}
