package org.capsula.pipeline.delivery;

import org.capsula.subtitles.Role;

/**
 * A subtitle file in memory.
 *
 * @param name as its owner knows it
 * @param language BCP 47, normalised
 * @param bytes not to be changed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares these.
public record SubtitleBytes(String name, String language, Role role, byte[] bytes) {}
