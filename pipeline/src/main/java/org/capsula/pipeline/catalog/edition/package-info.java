/** The immutable results of productions. */
@NullMarked
package org.capsula.pipeline.catalog.edition;

import org.jspecify.annotations.NullMarked;
