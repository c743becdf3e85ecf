/** What a viewer's browser makes of a produced folder. */
@NullMarked
package org.capsula.server.browser;

import org.jspecify.annotations.NullMarked;
