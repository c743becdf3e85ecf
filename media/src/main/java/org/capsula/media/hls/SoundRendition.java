package org.capsula.media.hls;

import java.util.Objects;
import org.capsula.media.probe.SoundRole;
import org.jspecify.annotations.Nullable;

/**
 * A sound that a viewer can choose (RFC 8216bis, 4.4.6.1).
 *
 * @param name as a viewer reads it, in the rendition's own language; no two of a film have the same
 * @param language BCP 47; null when unknown
 * @param role null when unknown
 */
public record SoundRendition(
    String playlist, String name, @Nullable String language, @Nullable SoundRole role) {

  /** Nobody hears it who has not asked for it. */
  boolean isExtra() {
    return role == SoundRole.COMMENTARY;
  }

  boolean isForTheSameAs(SoundRendition other) {
    return Objects.equals(language, other.language)
        && Objects.equals(characteristics(), other.characteristics());
  }

  /** Media characteristics as Apple names them; null where it has none. */
  @Nullable String characteristics() {
    if (role == SoundRole.DESCRIPTION) {
      return "public.accessibility.describes-video";
    }
    return role == SoundRole.CLEAR ? "public.accessibility.enhances-speech-intelligibility" : null;
  }
}
