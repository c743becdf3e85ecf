/** What happens by itself at a time; Quartz is the clock. */
@NullMarked
package org.capsula.pipeline.schedule;

import org.jspecify.annotations.NullMarked;
