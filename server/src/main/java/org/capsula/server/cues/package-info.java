/** Correcting cues beside the picture: the page and its API. */
@NullMarked
package org.capsula.server.cues;

import org.jspecify.annotations.NullMarked;
