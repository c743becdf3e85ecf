/** The catalogue's pages: from what exists to what is shown. */
@NullMarked
package org.capsula.server.catalogue;

import org.jspecify.annotations.NullMarked;
