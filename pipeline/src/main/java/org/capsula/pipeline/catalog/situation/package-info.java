/** The scenes of working life that capsules show. */
@NullMarked
package org.capsula.pipeline.catalog.situation;

import org.jspecify.annotations.NullMarked;
