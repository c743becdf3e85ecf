/** How the machine and the library are, for whoever looks after them. */
@NullMarked
package org.capsula.server.system;

import org.jspecify.annotations.NullMarked;
