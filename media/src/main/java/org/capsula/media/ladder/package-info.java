/** Which sizes a film is encoded in, and why. Pure: no input, no output. */
@NullMarked
package org.capsula.media.ladder;

import org.jspecify.annotations.NullMarked;
