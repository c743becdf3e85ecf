/** The six languages of the pages: which one a page is in, and its words. */
@NullMarked
package org.capsula.server.language;

import org.jspecify.annotations.NullMarked;
