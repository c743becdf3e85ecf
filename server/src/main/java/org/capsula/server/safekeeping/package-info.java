/** The commands that keep a library safe: backup, restore, verify. */
@NullMarked
package org.capsula.server.safekeeping;

import org.jspecify.annotations.NullMarked;
