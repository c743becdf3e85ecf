package org.capsula.server.viewer;

/**
 * A still.
 *
 * @param width of the displayed picture, pixels
 */
public record Picture(String address, int width, int height) {}
