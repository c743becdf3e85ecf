package org.capsula.media.ladder;

/**
 * One picture size and its bit budget.
 *
 * @param lines the short side of the displayed picture in pixels; names the rung
 * @param width displayed width in pixels, even
 * @param height displayed height in pixels, even
 * @param maxBitrate bit/s that the encoder's buffer model may not exceed
 */
public record Rung(int lines, int width, int height, int maxBitrate) {}
