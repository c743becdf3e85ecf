/** How the program speaks to the person or script that runs it. */
@NullMarked
package org.capsula.server.console;

import org.jspecify.annotations.NullMarked;
