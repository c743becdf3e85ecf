/** What people say of a capsule after it came in, and choose in place of what it came with. */
@NullMarked
package org.capsula.pipeline.catalog.editorial;

import org.jspecify.annotations.NullMarked;
