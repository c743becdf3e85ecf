/** Loudness and waveform. */
@NullMarked
package org.capsula.media.sound;

import org.jspecify.annotations.NullMarked;
