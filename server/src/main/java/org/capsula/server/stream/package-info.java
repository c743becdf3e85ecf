/** What players fetch: playlists made for each request, files, downloads. */
@NullMarked
package org.capsula.server.stream;

import org.jspecify.annotations.NullMarked;
