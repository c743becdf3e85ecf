/** Figures of the running program, for whoever watches it; micrometer counts. */
@NullMarked
package org.capsula.server.metrics;

import org.jspecify.annotations.NullMarked;
