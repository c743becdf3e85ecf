package org.capsula.media.decoder;

import java.nio.file.Path;
import org.capsula.media.transcode.Trim;

/**
 * What is this file?
 *
 * @param trim the part whose loudness counts
 */
record InspectRequest(Path footage, Trim trim) {}
