/** All capsules as the people who make them see them, and what can be done to their productions. */
@NullMarked
package org.capsula.pipeline.studio;

import org.jspecify.annotations.NullMarked;
