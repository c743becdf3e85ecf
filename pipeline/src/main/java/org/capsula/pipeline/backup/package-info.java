/** A library copied elsewhere, and put back. */
@NullMarked
package org.capsula.pipeline.backup;

import org.jspecify.annotations.NullMarked;
