package org.capsula.media.dash;

import org.capsula.media.probe.SoundRole;
import org.jspecify.annotations.Nullable;

/**
 * A sound that a viewer can choose.
 *
 * @param name as a viewer reads it, in its own language
 * @param language BCP 47; null when unknown
 * @param role null when unknown
 */
public record SoundRepresentation(
    Representation track, String name, @Nullable String language, @Nullable SoundRole role) {

  /** Of urn:mpeg:dash:role:2011, beside a main sound (ISO/IEC 23009-1, table 34). */
  String dashRole() {
    if (role == null || role == SoundRole.ORIGINAL) {
      return "alternate";
    }
    return switch (role) {
      case DUB -> "dub";
      case COMMENTARY -> "commentary";
      case CLEAR -> "enhanced-audio-intelligibility";
      default -> "description";
    };
  }

  /** Of TV-Anytime's audio purposes: 1 for those who do not see, 2 for those who hear badly. */
  @Nullable String accessibility() {
    if (role == SoundRole.DESCRIPTION) {
      return "1";
    }
    return role == SoundRole.CLEAR ? "2" : null;
  }
}
