package org.capsula.pipeline.revision;

import java.time.Duration;
import org.capsula.pipeline.catalog.capsule.Track;
import org.capsula.subtitles.Parsed;
import org.capsula.subtitles.check.Limits;

/**
 * A text track, open for correction.
 *
 * @param content its cues in times of the footage, with the styles and regions that they use
 * @param filmStart where in the footage the film begins that was made of it
 * @param limits what its readers can be asked for, in times of the footage
 */
public record CueSheet(
    Track track, Revision revision, Parsed content, Duration filmStart, Limits limits) {}
