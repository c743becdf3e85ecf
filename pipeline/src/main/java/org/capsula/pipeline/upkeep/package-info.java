/** Keeping a library small: what it takes, how fast it grows, and what may go. */
@NullMarked
package org.capsula.pipeline.upkeep;

import org.jspecify.annotations.NullMarked;
