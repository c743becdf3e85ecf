/** The queue of productions, and who works on it. */
@NullMarked
package org.capsula.pipeline.queue;

import org.jspecify.annotations.NullMarked;
