/** The DASH manifest as a value (ISO/IEC 23009-1). */
@NullMarked
package org.capsula.media.dash;

import org.jspecify.annotations.NullMarked;
