/** When capsules open and close. */
@NullMarked
package org.capsula.server.release;

import org.jspecify.annotations.NullMarked;
