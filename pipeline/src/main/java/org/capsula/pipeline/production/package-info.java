/** The recipe: from footage to a finished folder. */
@NullMarked
package org.capsula.pipeline.production;

import org.jspecify.annotations.NullMarked;
