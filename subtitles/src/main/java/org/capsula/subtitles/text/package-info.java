/** From bytes to characters. */
@NullMarked
package org.capsula.subtitles.text;

import org.jspecify.annotations.NullMarked;
