/** JSON, wherever the pipeline writes or reads it. */
@NullMarked
package org.capsula.pipeline.json;

import org.jspecify.annotations.NullMarked;
