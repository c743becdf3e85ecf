/** What comes in: which subtitle file belongs to which footage, in which language. */
@NullMarked
package org.capsula.pipeline.intake;

import org.jspecify.annotations.NullMarked;
