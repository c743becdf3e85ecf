/** What a file is, told from its bytes: the home of Apache Tika. */
@NullMarked
package org.capsula.media.type;

import org.jspecify.annotations.NullMarked;
