package org.capsula.media.still;

/** Of a still that was made, in pixels. */
public record StillSize(int width, int height) {}
