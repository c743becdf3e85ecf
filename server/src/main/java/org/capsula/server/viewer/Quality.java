package org.capsula.server.viewer;

/**
 * One size in which a film can be watched.
 *
 * @param lines of the picture
 * @param bytes of the whole film in it, with its sound
 */
public record Quality(int lines, long bytes) {}
