package org.capsula.media.hls;

import org.jspecify.annotations.Nullable;

/**
 * A subtitle (RFC 8216bis, 4.4.6.1).
 *
 * @param name as a viewer reads it, in the rendition's own language
 * @param language BCP 47; null when unknown
 * @param captions whether it also tells sounds, for those who do not hear
 */
public record Rendition(
    String playlist, String name, @Nullable String language, boolean captions) {}
