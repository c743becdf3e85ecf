/** The one folder that holds everything: its lock, its database, its storage. */
@NullMarked
package org.capsula.pipeline.library;

import org.jspecify.annotations.NullMarked;
