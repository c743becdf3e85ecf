package org.capsula.media.watch;

import java.time.Duration;

/**
 * A picture that has little in common with the one before it, and stays.
 *
 * @param start of the new picture
 * @param strength how little: 0 for hardly a change to 1 for another world, or one that comes out
 *     of black
 */
public record Scene(Duration start, double strength) {}
