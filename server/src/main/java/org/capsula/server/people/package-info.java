/** Who may come in, for the admins who decide it. */
@NullMarked
package org.capsula.server.people;

import org.jspecify.annotations.NullMarked;
