/** What a viewer may see now. */
@NullMarked
package org.capsula.pipeline.catalog.viewing;

import org.jspecify.annotations.NullMarked;
