/** What changes with time alone: cutting cues to a window, and what is shown when. */
@NullMarked
package org.capsula.subtitles.timing;

import org.jspecify.annotations.NullMarked;
