/** When and to whom a capsule is shown. */
@NullMarked
package org.capsula.pipeline.catalog.release;

import org.jspecify.annotations.NullMarked;
