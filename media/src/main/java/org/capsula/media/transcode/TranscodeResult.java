package org.capsula.media.transcode;

import java.util.List;
import org.capsula.media.Code;
import org.capsula.media.Finding;
import org.capsula.media.colour.Hdr;
import org.capsula.media.probe.Chapter;
import org.capsula.media.sound.Loudness;
import org.jspecify.annotations.Nullable;

/**
 * What one pass gave beside its files.
 *
 * @param videoDecoders how many opened video decoders returned at least one frame
 * @param hdr what the decoded pictures were, which are tone-mapped in the tracks; null for ordinary
 *     ones and for sound only
 * @param output loudness of the sound as it goes into the encoder; null without sound or when
 *     silent
 * @param chapters made from its scenes, from the footage's start, for footage that brings none
 */
public record TranscodeResult(
    int videoDecoders,
    @Nullable Hdr hdr,
    @Nullable Loudness output,
    List<Chapter> chapters,
    List<Finding> findings) {
  public TranscodeResult {
    chapters = List.copyOf(chapters);
    findings = List.copyOf(findings);
  }

  /** Whether the decoder met errors in the picture. */
  public boolean pictureIsDamaged() {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.code().equals(Code.DECODE_ERRORS.word())
                    && "picture".equals(finding.arguments().get("kind")));
  }
}
