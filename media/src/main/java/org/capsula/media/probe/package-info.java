/** What a footage file is: container, tracks, rates, rotation. Values only. */
@NullMarked
package org.capsula.media.probe;

import org.jspecify.annotations.NullMarked;
