/** SubRip (.srt) as it is found: there is no standard, so every tolerance is a finding. */
@NullMarked
package org.capsula.subtitles.subrip;

import org.jspecify.annotations.NullMarked;
