package org.capsula.server.viewer;

import java.time.Duration;
import java.util.List;

/**
 * A cue that holds what was searched for.
 *
 * @param address of the capsule's page at that time
 * @param language BCP 47
 */
public record FoundCue(String address, Duration start, String language, List<Piece> pieces) {}
