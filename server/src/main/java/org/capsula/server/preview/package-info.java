/** Films for the studio's eyes: what is not public yet, not any more, or held. */
@NullMarked
package org.capsula.server.preview;

import org.jspecify.annotations.NullMarked;
