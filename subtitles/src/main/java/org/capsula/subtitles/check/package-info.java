/** Quality of cues for those who read them: what to look at, and the changes that mend it. */
@NullMarked
package org.capsula.subtitles.check;

import org.jspecify.annotations.NullMarked;
