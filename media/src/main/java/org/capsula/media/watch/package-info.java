/** What is seen and heard in passing: black and frozen pictures, scenes, silence, clipping. */
@NullMarked
package org.capsula.media.watch;

import org.jspecify.annotations.NullMarked;
