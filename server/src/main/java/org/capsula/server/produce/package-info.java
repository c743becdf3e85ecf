/** The command {@code produce}: the batch core, with no database and no server. */
@NullMarked
package org.capsula.server.produce;

import org.jspecify.annotations.NullMarked;
