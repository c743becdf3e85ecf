/** How somebody comes in, and stays in. */
@NullMarked
package org.capsula.pipeline.account.entry;

import org.jspecify.annotations.NullMarked;
