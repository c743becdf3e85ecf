package org.capsula.media.dash;

/**
 * A whole WebVTT file in a manifest.
 *
 * @param language BCP 47
 * @param label as a viewer reads it, in its own language
 * @param role of urn:mpeg:dash:role:2011: {@code subtitle} or {@code caption}
 * @param bandwidth bit/s
 */
public record TextRepresentation(
    String file, String language, String label, String role, long bandwidth) {}
