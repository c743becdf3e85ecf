/** Stills as a person sees them: the storyboard's map, the poster of a film without picture. */
@NullMarked
package org.capsula.media.still;

import org.jspecify.annotations.NullMarked;
