package org.capsula.media.probe;

import org.capsula.media.sound.Loudness;
import org.jspecify.annotations.Nullable;

/**
 * One sound track that is used.
 *
 * @param index the stream's place in the container, from 0
 * @param codec FFmpeg's short name, e.g. {@code aac}
 * @param sampleRate samples a second of one channel
 * @param language the shortest code for what the container says (RFC 5646, 2.2.1); null when it
 *     says nothing
 * @param role null when the container says nothing
 * @param loudness over the part that is used, mixed down to stereo; null when silent
 * @param gainDb what brings it to {@link Loudness#TARGET_LUFS} behind the limiter; 0 when silent
 */
public record AudioTrack(
    int index,
    String codec,
    int channels,
    int sampleRate,
    @Nullable String language,
    @Nullable SoundRole role,
    @Nullable Loudness loudness,
    double gainDb) {}
