package org.capsula.media.probe;

import java.time.Duration;

/**
 * A named place in a film.
 *
 * @param start from the film's first sample
 */
public record Chapter(Duration start, String title) {}
