package org.capsula.media.probe;

import org.jspecify.annotations.Nullable;

/**
 * One sound track.
 *
 * @param index the stream's place in the container, from 0
 * @param codec FFmpeg's short name, e.g. {@code aac}
 * @param sampleRate samples a second of one channel
 * @param language as the container says it (often ISO 639-2); null when it says nothing
 */
public record AudioTrack(
    int index, String codec, int channels, int sampleRate, @Nullable String language) {}
