/** The fields of RFC 9110, HTTP Semantics, that need more than a comparison of strings. */
@NullMarked
package org.capsula.server.http.semantics;

import org.jspecify.annotations.NullMarked;
