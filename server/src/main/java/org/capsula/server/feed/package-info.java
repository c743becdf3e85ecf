/** What is new, for programs that come back to look. */
@NullMarked
package org.capsula.server.feed;

import org.jspecify.annotations.NullMarked;
