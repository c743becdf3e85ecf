/** When the capsules of a collection open, one after the other. */
@NullMarked
package org.capsula.server.plan;

import org.jspecify.annotations.NullMarked;
