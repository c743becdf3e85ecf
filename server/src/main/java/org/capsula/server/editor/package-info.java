/** The page on which a capsule is edited, and its part of the API. */
@NullMarked
package org.capsula.server.editor;

import org.jspecify.annotations.NullMarked;
