/** The way in: bytes of any known format to cues and findings. */
@NullMarked
package org.capsula.subtitles.reading;

import org.jspecify.annotations.NullMarked;
