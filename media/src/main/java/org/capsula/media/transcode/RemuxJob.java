package org.capsula.media.transcode;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encoded tracks joined into one MP4 that any device plays from a folder, streams copied.
 *
 * @param video an encoded track of ours; null for sound only
 * @param audio an encoded track of ours; null for a silent film
 */
public record RemuxJob(
    @Nullable Path video, @Nullable Path audio, List<TextTrack> texts, Path target) {
  public RemuxJob {
    texts = List.copyOf(texts);
  }
}
