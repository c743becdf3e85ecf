package org.capsula.media.transcode;

import java.util.List;
import org.capsula.media.Finding;
import org.capsula.media.probe.Chapter;
import org.capsula.media.sound.Loudness;
import org.jspecify.annotations.Nullable;

/**
 * What one pass gave beside its files.
 *
 * @param videoDecoders how many opened video decoders returned at least one frame
 * @param output loudness of the sound as it goes into the encoder; null without sound or when
 *     silent
 * @param chapters made from its scenes, from the footage's start, for footage that brings none
 */
public record TranscodeResult(
    int videoDecoders, @Nullable Loudness output, List<Chapter> chapters, List<Finding> findings) {
  public TranscodeResult {
    chapters = List.copyOf(chapters);
    findings = List.copyOf(findings);
  }
}
