/** The database: connections, the schema's history, how times are stored. */
@NullMarked
package org.capsula.pipeline.database;

import org.jspecify.annotations.NullMarked;
