/** What exists. Knows nothing of the work that makes it. */
@NullMarked
package org.capsula.pipeline.catalog;

import org.jspecify.annotations.NullMarked;
