/** The JSON API. */
@NullMarked
package org.capsula.server.api;

import org.jspecify.annotations.NullMarked;
