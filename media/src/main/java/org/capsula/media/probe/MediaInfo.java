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
 * @param audio the main sound, null for a silent film
 * @param copy whether the picture's stream can be taken as it is; null for sound only
 * @param loudness of the main sound over the part that is used, null without sound or when silent
 */
public record MediaInfo(
    String container,
    Duration start,
    Duration duration,
    @Nullable VideoTrack video,
    @Nullable AudioTrack audio,
    @Nullable PictureCopy copy,
    @Nullable Loudness loudness,
    List<Chapter> chapters,
    List<Finding> findings) {

  public MediaInfo {
    chapters = List.copyOf(chapters);
    findings = List.copyOf(findings);
    if (video == null && audio == null) {
      throw new IllegalArgumentException("media without picture and sound");
    }
  }

  public Optional<VideoTrack> picture() {
    return Optional.ofNullable(video);
  }

  public Optional<AudioTrack> sound() {
    return Optional.ofNullable(audio);
  }
}
