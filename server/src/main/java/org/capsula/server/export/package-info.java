/** What everybody may see now, as files that any web server can serve. */
@NullMarked
package org.capsula.server.export;

import org.jspecify.annotations.NullMarked;
