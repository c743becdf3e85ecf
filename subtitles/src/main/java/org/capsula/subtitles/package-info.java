/** What a cue is and what was read from a file: values alone, which every format package fills. */
@NullMarked
package org.capsula.subtitles;

import org.jspecify.annotations.NullMarked;
