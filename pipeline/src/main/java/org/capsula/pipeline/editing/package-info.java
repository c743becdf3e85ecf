/** What the media team changes of a capsule after it came in. */
@NullMarked
package org.capsula.pipeline.editing;

import org.jspecify.annotations.NullMarked;
