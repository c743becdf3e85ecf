/** The command that looks after accounts where no browser can. */
@NullMarked
package org.capsula.server.user;

import org.jspecify.annotations.NullMarked;
