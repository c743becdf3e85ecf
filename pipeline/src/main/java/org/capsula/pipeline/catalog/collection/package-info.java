/** Capsules that belong together. */
@NullMarked
package org.capsula.pipeline.catalog.collection;

import org.jspecify.annotations.NullMarked;
