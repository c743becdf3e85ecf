/** Folders that appear complete or not at all. */
@NullMarked
package org.capsula.pipeline.storage;

import org.jspecify.annotations.NullMarked;
