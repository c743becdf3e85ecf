/** What every part of this module speaks of: rates and findings. */
@NullMarked
package org.capsula.media;

import org.jspecify.annotations.NullMarked;
