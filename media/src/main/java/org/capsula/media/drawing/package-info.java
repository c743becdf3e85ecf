/**
 * The demo's films as drawings: pure Java2D, no codec and no letter. A headless JDK may have no
 * font at all, and a picture without words serves all languages.
 */
@NullMarked
package org.capsula.media.drawing;

import org.jspecify.annotations.NullMarked;
