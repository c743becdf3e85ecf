/**
 * What a feature says to the web: a {@link org.capsula.server.http.Request} comes in, a {@link
 * org.capsula.server.http.Response} goes out. Nothing here knows which server carries it.
 */
@NullMarked
package org.capsula.server.http;

import org.jspecify.annotations.NullMarked;
