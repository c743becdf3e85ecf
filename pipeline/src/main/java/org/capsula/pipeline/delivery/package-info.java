/** From a folder of footage with side-cars into the library. */
@NullMarked
package org.capsula.pipeline.delivery;

import org.jspecify.annotations.NullMarked;
