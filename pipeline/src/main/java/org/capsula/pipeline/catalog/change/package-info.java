/** What changed of capsules, for views that are kept beside the tables. */
@NullMarked
package org.capsula.pipeline.catalog.change;

import org.jspecify.annotations.NullMarked;
