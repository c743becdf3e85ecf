/** The commands that work on a library: serve, import, demo. */
@NullMarked
package org.capsula.server.serve;

import org.jspecify.annotations.NullMarked;
