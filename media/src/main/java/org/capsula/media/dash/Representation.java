package org.capsula.media.dash;

import org.capsula.media.Rational;
import org.capsula.media.fragment.TrackIndex;
import org.jspecify.annotations.Nullable;

/**
 * One encoded track in a manifest (ISO/IEC 23009-1, 5.3.5).
 *
 * @param file its address as seen from the manifest
 * @param bandwidth peak bit/s
 * @param frameRate null for sound
 */
public record Representation(
    String file, TrackIndex index, long bandwidth, @Nullable Rational frameRate) {

  String id() {
    return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
  }
}
