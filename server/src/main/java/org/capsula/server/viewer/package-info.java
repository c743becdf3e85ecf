/**
 * The pages that everybody may see: the catalogue, a capsule, and what to do when there is none.
 */
@NullMarked
package org.capsula.server.viewer;

import org.jspecify.annotations.NullMarked;
