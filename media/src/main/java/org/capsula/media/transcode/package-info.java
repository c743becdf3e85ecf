/** What one pass over the footage is asked for and what it gives. Values only. */
@NullMarked
package org.capsula.media.transcode;

import org.jspecify.annotations.NullMarked;
