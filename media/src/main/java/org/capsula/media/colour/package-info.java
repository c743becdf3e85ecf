/** What the numbers of a high dynamic range picture mean, and how it becomes an ordinary one. */
@NullMarked
package org.capsula.media.colour;

import org.jspecify.annotations.NullMarked;
