/**
 * Footage that comes in piece by piece, over days and broken connections, and is taken in whole.
 */
@NullMarked
package org.capsula.pipeline.upload;

import org.jspecify.annotations.NullMarked;
