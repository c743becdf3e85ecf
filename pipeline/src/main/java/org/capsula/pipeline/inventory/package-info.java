/** What a library's database names in storage, and whether it is there as it was. */
@NullMarked
package org.capsula.pipeline.inventory;

import org.jspecify.annotations.NullMarked;
