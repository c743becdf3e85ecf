/** The files that pages are drawn with: styles, scripts, fonts. */
@NullMarked
package org.capsula.server.asset;

import org.jspecify.annotations.NullMarked;
